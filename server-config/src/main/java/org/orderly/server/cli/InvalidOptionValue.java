package org.orderly.server.cli;

import picocli.CommandLine.TypeConversionException;

/** A value that an option cannot have; the message goes on after the name of the option. */
public final class InvalidOptionValue extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  /**
   * @param mustBe such as {@code must be a number from 1 to 9}
   */
  public InvalidOptionValue(String mustBe, String value) {
    super(mustBe + ", not \"" + value + "\".");
  }
}
