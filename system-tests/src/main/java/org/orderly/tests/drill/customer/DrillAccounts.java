package org.orderly.tests.drill.customer;

/**
 * The accounts that one customer of the drill uses.
 *
 * @param rich pays for whatever is ordered
 * @param poor has too little before long
 * @param shared belongs to all customers together, and is always near its end
 * @param admin puts stock on the shelf
 */
public record DrillAccounts(
    DrillAccount rich, DrillAccount poor, DrillAccount shared, DrillAccount admin) {}
