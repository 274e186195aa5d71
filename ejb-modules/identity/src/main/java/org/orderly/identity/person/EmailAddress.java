package org.orderly.identity.person;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * An e-mail address in the one form in which accounts are compared: the local part in ASCII, A to Z
 * in lower case, the domain as A-labels (RFC 5890).
 *
 * <p>Takes the addresses that people really have (the "valid e-mail address" of the HTML standard,
 * with a dotted domain) within the lengths that SMTP carries (RFC 5321, 4.5.3.1), not everything
 * that RFC 5322 could write. No character outside ASCII is ever folded into one inside: U+212A
 * KELVIN SIGN is not a k, so an identity provider that vouches for the one does not vouch for the
 * other. Characters that cannot be seen are refused, but for white space around the whole.
 */
public record EmailAddress(String value) {

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");

  /**
   * Normalises and checks what somebody typed.
   *
   * @throws InvalidValue if it is no e-mail address
   */
  public static EmailAddress of(@Nullable String typed) {
    String trimmed = trimmed(typed);
    if (trimmed.codePoints().anyMatch(EmailAddress::isInvisible)) {
      throw refused("contains a space or another character that cannot be seen");
    }
    int at = trimmed.lastIndexOf('@');
    if (at < 1) {
      throw refused("is not an e-mail address");
    }
    String local = lowerAscii(trimmed.substring(0, at));
    if (!local.chars().allMatch(EmailAddress::isAscii)) {
      throw refused("may only have a-z, digits and ASCII signs before the @");
    }
    String domain = EmailDomain.toAscii(trimmed.substring(at + 1));
    String normalised = local + "@" + domain;
    if (normalised.length() > MAX_LENGTH
        || local.length() > MAX_LOCAL_PART
        || !LOCAL_PART.matcher(local).matches()) {
      throw refused("is not an e-mail address");
    }
    return new EmailAddress(normalised);
  }

  /** The address that was typed, if it is one: to look an account up by. */
  public static Optional<EmailAddress> find(@Nullable String typed) {
    try {
      return Optional.of(of(typed));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** The form to look an account up by; empty, which no account has, if it is no address at all. */
  public static String normalise(String typed) {
    return find(typed).map(EmailAddress::value).orElse("");
  }

  /**
   * The form in which to look for addresses that begin so.
   *
   * @param typed {@code null} for nothing
   * @throws InvalidValue if no address can begin so
   */
  public static String normaliseStart(String typed) {
    String start = lowerAscii(trimmed(typed));
    if (!start.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw refused("may only have visible ASCII characters; write a domain in its xn-- form");
    }
    return start;
  }

  static InvalidValue refused(String reason) {
    return new InvalidValue("email", reason);
  }

  /** Without what is left of copying at both ends: white space of ASCII, nothing else. */
  private static String trimmed(@Nullable String text) {
    String typed = text == null ? "" : text;
    int from = 0;
    int to = typed.length();
    while (from < to && isAsciiSpace(typed.charAt(from))) {
      from++;
    }
    while (to > from && isAsciiSpace(typed.charAt(to - 1))) {
      to--;
    }
    return typed.substring(from, to);
  }

  private static boolean isAsciiSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isAscii(int c) {
    return c < 0x80;
  }

  static String lowerAscii(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
