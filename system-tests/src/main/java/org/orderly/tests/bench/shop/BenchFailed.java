package org.orderly.tests.bench.shop;

/** The measuring cannot go on, or what it measured is worth nothing. */
public final class BenchFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BenchFailed(String message) {
    super(message);
  }
}
