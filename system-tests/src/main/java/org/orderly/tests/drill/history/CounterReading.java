package org.orderly.tests.drill.history;

/**
 * The value of a counter that a refusal reports.
 *
 * @param counter a product's stock or a wallet's balance
 * @param wanted how much the request needed, which must be more
 */
public record CounterReading(String counter, long value, long wanted) {}
