package org.orderly.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Takes a whole number in a range; each range is a class of its own, as picocli makes them. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  protected WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, like a number out of range
    }
    throw new InvalidOptionValue("must be a number from " + least + " to " + most, value);
  }
}
