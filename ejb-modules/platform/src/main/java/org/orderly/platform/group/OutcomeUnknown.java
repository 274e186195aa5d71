package org.orderly.platform.group;

/** Whether a group was committed is not known; the cause says why. */
public final class OutcomeUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknown(RuntimeException cause) {
    super(cause);
  }
}
