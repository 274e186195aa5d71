package org.orderly.tests.bench.customer;

/** A customer who is signed in and has money enough for every run. */
public record BenchCustomer(String email, String token) {}
