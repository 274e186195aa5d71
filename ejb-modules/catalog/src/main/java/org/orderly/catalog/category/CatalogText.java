package org.orderly.catalog.category;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** Reads the texts of products and categories so that only what can be stored and shown gets in. */
public final class CatalogText {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern BLANKS = Pattern.compile("\\p{Z}+");

  private CatalogText() {}

  /** One line, stripped, not empty. */
  public static String line(String field, @Nullable String text, int maxLength) {
    String line = optionalLine(field, text, maxLength);
    if (line == null) {
      throw new InvalidValue(field, "must not be empty");
    }
    return line;
  }

  /**
   * A sku without characters that cannot be seen, so that two that look alike are one: blanks of
   * any kind are one space each, and none is at an end.
   */
  public static String sku(@Nullable String text, int maxLength) {
    return line("sku", text == null ? null : folded(text), maxLength);
  }

  /** The form in which skus are kept and looked up. */
  public static String folded(String sku) {
    return BLANKS.matcher(INVISIBLE.matcher(sku).replaceAll("")).replaceAll(" ").strip();
  }

  /** One line, stripped; {@code null} if there is nothing in it. */
  public static @Nullable String optionalLine(String field, @Nullable String text, int maxLength) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = text.strip();
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, "contains control characters");
    }
    return limited(field, line, maxLength);
  }

  /** Text of many lines; nothing becomes empty. */
  public static String block(String field, @Nullable String text, int maxLength) {
    if (text == null) {
      return "";
    }
    String block = text.strip();
    if (block.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
      throw new InvalidValue(field, "contains control characters");
    }
    return limited(field, block, maxLength);
  }

  private static String limited(String field, String text, int maxLength) {
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw new InvalidValue(field, "is longer than " + maxLength + " characters");
    }
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new InvalidValue(field, "is not valid Unicode");
    }
    return text;
  }
}
