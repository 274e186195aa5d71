package org.orderly.productfiles.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them: {@code 1,299.00}, {@code 1.234,56}, {@code 1 299}, {@code
 * 1'299.00}. Digits of other scripts are refused, since whoever checks them reads other amounts.
 */
public final class NumberText {

  private static final Pattern BLANKS =
      Pattern.compile("(?<=\\d)[ \\u00A0\\u202F\\u2009'\\u2019](?=\\d{3})");
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d*)*|[.,]\\d+)");

  /** Groups of three digits; those of India are of two before the last. */
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(G\\d{2,3})*G\\d{3}");

  private static final int MAX_DIGITS = 30;
  private static final int GROUP = 3;

  private NumberText() {}

  /**
   * @param mark of the file
   * @throws UnusableValue beginning with the field's name
   */
  public static BigDecimal of(String field, String text, DecimalMark mark) {
    return of(field, text, mark, false);
  }

  /**
   * @param threeAreAmbiguous whether three digits after a point may be a group of thousands
   */
  static BigDecimal of(String field, String text, DecimalMark mark, boolean threeAreAmbiguous) {
    String number = BLANKS.matcher(text.strip()).replaceAll("");
    if (number.length() > 2 * MAX_DIGITS || !NUMBER.matcher(number).matches()) {
      throw new UnusableValue(field + " is not a number: " + UnusableValue.excerpt(text));
    }
    DecimalMark used = mark == DecimalMark.AUTO ? markOf(field, number, threeAreAmbiguous) : mark;
    int at = number.indexOf(used.decimal());
    String units = at < 0 ? number : number.substring(0, at);
    String decimals = at < 0 ? "" : number.substring(at + 1);
    if (decimals.chars().anyMatch(sign -> sign < '0' || sign > '9')) {
      throw misread(field, text, used);
    }
    String sign = units.startsWith("-") ? "-" : "";
    String grouped = units.replaceFirst("^[+-]", "");
    if (grouped.indexOf(used.group()) >= 0 && !isGrouped(grouped, used.group())) {
      throw misread(field, text, used);
    }
    String digits = grouped.replace(String.valueOf(used.group()), "");
    BigDecimal value =
        new BigDecimal(
            sign + (digits.isEmpty() ? "0" : digits) + (decimals.isEmpty() ? "" : "." + decimals));
    if (value.precision() - (long) value.scale() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
      throw new UnusableValue(field + " is not a number: " + UnusableValue.excerpt(text));
    }
    return value;
  }

  /** What the number itself tells of its mark. */
  private static DecimalMark markOf(String field, String number, boolean threeAreAmbiguous) {
    int point = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return point > comma ? DecimalMark.POINT : DecimalMark.COMMA;
    }
    int only = Math.max(point, comma);
    if (only < 0) {
      return DecimalMark.POINT;
    }
    boolean several = number.indexOf(number.charAt(only)) != only;
    if (several) {
      return point >= 0 ? DecimalMark.COMMA : DecimalMark.POINT;
    }
    boolean three = number.length() - only - 1 == GROUP;
    if (three && mayBeGrouped(number.substring(0, only)) && (comma >= 0 || threeAreAmbiguous)) {
      throw new UnusableValue(
          field
              + " "
              + number
              + " can be read in two ways; say whether the decimal mark of the file is a comma or a"
              + " point");
    }
    return comma >= 0 ? DecimalMark.COMMA : DecimalMark.POINT;
  }

  private static boolean mayBeGrouped(String units) {
    String digits = units.replaceFirst("^[+-]", "");
    return !digits.isEmpty() && digits.length() <= GROUP && !digits.startsWith("0");
  }

  private static boolean isGrouped(String units, char sign) {
    return GROUPED.matcher(units.replace(sign, 'G')).matches();
  }

  private static UnusableValue misread(String field, String text, DecimalMark mark) {
    return new UnusableValue(
        field
            + " is not a number with a decimal "
            + (mark == DecimalMark.COMMA ? "comma" : "point")
            + ": "
            + UnusableValue.excerpt(text));
  }
}
