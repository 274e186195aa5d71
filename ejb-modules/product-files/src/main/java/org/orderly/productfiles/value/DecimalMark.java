package org.orderly.productfiles.value;

/** The sign between the units and the decimals of the numbers of a file. */
public enum DecimalMark {
  POINT('.', ','),
  COMMA(',', '.'),

  /** Told by each number; one that can be read both ways is refused. */
  AUTO('.', ',');

  private final char decimal;
  private final char group;

  DecimalMark(char decimal, char group) {
    this.decimal = decimal;
    this.group = group;
  }

  char decimal() {
    return decimal;
  }

  char group() {
    return group;
  }
}
