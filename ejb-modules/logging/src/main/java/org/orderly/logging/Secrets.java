package org.orderly.logging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last net before the log: nobody is to write secrets into messages, but a library may quote
 * what it was sent.
 */
final class Secrets {

  private static final String MASK = "[masked]";

  /** A token in the compact form of RFC 7515, or what stands behind an authentication scheme. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "eyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?|(?i:(?<=\\b(?:bearer|basic) )[\\w.~+/=-]{8,})");

  /** A member or parameter whose name says that it is secret; its value may be quoted. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:password|passwd|secret|token|totp|authorization|card_?number|cvc)\\\\?\"?\\s*[=:]\\s*)"
              + "(\\\\?\"(?:[^\"\\\\]|\\\\[^\"])*+|[^\\s,;&\"}\\]]+)");

  /** What looks like a card's number (ISO/IEC 7812), in groups or not. */
  private static final Pattern CARD =
      Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){14,18}(?![\\w-])");

  private Secrets() {}

  static String masked(String text) {
    String masked = TOKEN.matcher(text).replaceAll(MASK);
    masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
    return CARD.matcher(masked).replaceAll(Secrets::cardOrNot);
  }

  private static String cardOrNot(java.util.regex.MatchResult found) {
    return isCard(found.group()) ? MASK : Matcher.quoteReplacement(found.group());
  }

  /** The check digit of ISO/IEC 7812-1. */
  private static boolean isCard(String digits) {
    int sum = 0;
    boolean doubled = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        int weighed = doubled ? digit * 2 : digit;
        sum += weighed > 9 ? weighed - 9 : weighed;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }
}
