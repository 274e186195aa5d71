package org.orderly.identity;

import java.text.Normalizer;
import org.orderly.kernel.InvalidValue;

/**
 * Which passwords an account may have: long ones (NIST SP 800-63B, 5.1.1.2), of any characters.
 *
 * <p>Length counts characters, not bytes. Equivalent spellings of one text (composed or not, full
 * or half width) are the same password, so that it works from every keyboard.
 */
final class PasswordPolicy {

  static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 128;

  private PasswordPolicy() {}

  /**
   * The canonical form of a password that may be taken into use.
   *
   * @throws InvalidValue if it is too short or too long
   */
  static String accept(String typed) {
    String password = canonical(typed);
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidValue(
          "password", "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    return password;
  }

  /** The form that is hashed. A text too long to be anybody's password becomes the empty one. */
  static String canonical(String typed) {
    if (typed == null || typed.length() > 4 * MAX_LENGTH) {
      return "";
    }
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }
}
