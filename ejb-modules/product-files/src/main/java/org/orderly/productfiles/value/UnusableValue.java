package org.orderly.productfiles.value;

/** A row has a value that cannot be what its field is; the message says which and why. */
public final class UnusableValue extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 40;

  public UnusableValue(String message) {
    super(message);
  }

  /** So much of a value that people know it again. */
  public static String excerpt(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
