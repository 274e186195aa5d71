package org.orderly.tests.drill;

/** Something that the drill waited for did not come about. */
public final class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Undone(String message) {
    super(message);
  }
}
