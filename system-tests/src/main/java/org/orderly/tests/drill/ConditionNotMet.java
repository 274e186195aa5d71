package org.orderly.tests.drill;

/** Something that the drill waited for did not come about. */
public final class ConditionNotMet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConditionNotMet(String message) {
    super(message);
  }
}
