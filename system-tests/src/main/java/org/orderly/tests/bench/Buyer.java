package org.orderly.tests.bench;

/** A customer who is signed in and has money enough for every run. */
record Buyer(String email, String token) {}
