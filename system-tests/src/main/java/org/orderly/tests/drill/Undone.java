package org.orderly.tests.drill;

/** Something that the drill waited for did not come about. */
final class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undone(String message) {
    super(message);
  }
}
