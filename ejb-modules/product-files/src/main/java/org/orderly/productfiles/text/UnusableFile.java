package org.orderly.productfiles.text;

/** The file as a whole cannot be read, or not to its end; the message says why, for people. */
public final class UnusableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableFile(String message) {
    super(message);
  }
}
