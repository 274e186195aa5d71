package org.orderly.tests.bench;

/** The measuring cannot go on, or what it measured is worth nothing. */
final class BenchFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BenchFailed(String message) {
    super(message);
  }
}
