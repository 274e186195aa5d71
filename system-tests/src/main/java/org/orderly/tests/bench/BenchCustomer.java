package org.orderly.tests.bench;

/** A customer who is signed in and has money enough for every run. */
record BenchCustomer(String email, String token) {}
