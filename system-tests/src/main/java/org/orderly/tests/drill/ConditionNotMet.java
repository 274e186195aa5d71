package org.orderly.tests.drill;

/** A condition that the drill waited for did not become true. */
public final class ConditionNotMet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConditionNotMet(String message) {
    super(message);
  }
}
