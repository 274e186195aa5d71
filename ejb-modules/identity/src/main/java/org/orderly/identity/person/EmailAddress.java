package org.orderly.identity.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/**
 * An e-mail address in the one form in which accounts are compared: trimmed and in lower case.
 *
 * <p>Takes the addresses that people really have (the "valid e-mail address" of the HTML standard,
 * with a dotted domain) within the lengths that SMTP carries (RFC 5321, 4.5.3.1), not everything
 * that RFC 5322 could write.
 */
public record EmailAddress(String value) {

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern SYNTAX =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

  /**
   * Normalises and checks what somebody typed.
   *
   * @throws InvalidValue if it is no e-mail address
   */
  public static EmailAddress of(String typed) {
    String normalised = normalise(typed);
    if (normalised.length() > MAX_LENGTH
        || normalised.indexOf('@') > MAX_LOCAL_PART
        || !SYNTAX.matcher(normalised).matches()) {
      throw new InvalidValue("email", "is not an e-mail address");
    }
    return new EmailAddress(normalised);
  }

  /** The form to look an account up by; finds nothing if it is no address at all. */
  public static String normalise(String typed) {
    return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
  }
}
