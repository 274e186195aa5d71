package org.orderly.tests.drill.selftest;

/** The code is no longer as a breakage expects it: the breakage must be written anew. */
final class BreakageNotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BreakageNotApplicable(String message) {
    super(message);
  }
}
