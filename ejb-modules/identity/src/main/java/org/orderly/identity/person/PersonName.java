package org.orderly.identity.person;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UrlDetector;

/** How a person wants to be called: 1 to 100 characters of one line. */
public record PersonName(String value) {

  private static final int MAX_LENGTH = 100;

  /**
   * Trims and checks what somebody typed.
   *
   * @throws InvalidValue if nothing is left, it is too long, or it holds control characters or a
   *     link
   */
  public static PersonName of(@Nullable String typed) {
    String name = typed == null ? "" : typed.strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
      throw new InvalidValue("name", "must have 1 to " + MAX_LENGTH + " characters");
    }
    if (name.codePoints().anyMatch(PersonName::breaksTheLine)) {
      throw new InvalidValue("name", "must not hold control characters");
    }
    if (UrlDetector.in(name)) {
      throw new InvalidValue("name", "must not hold a link");
    }
    return new PersonName(name);
  }

  private static boolean breaksTheLine(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
