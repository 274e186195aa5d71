package org.orderly.commit.settings;

/** What the commit protocol relies on is not so; the message says what to set. */
public final class UnsafeDatabaseSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsafeDatabaseSettings(String message) {
    super(message);
  }
}
