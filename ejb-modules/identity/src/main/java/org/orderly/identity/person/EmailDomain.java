package org.orderly.identity.person;

import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The domain of an e-mail address as the domain name system knows it: A-labels in lower case (RFC
 * 5890 to 5893).
 *
 * <p>A label outside ASCII is taken only if nothing but its case and its composition changes on the
 * way there and back. So neither the mappings of IDNA 2003, by which {@code ß} is {@code ss} and a
 * full-width letter an ordinary one, nor compatibility characters can make one domain of two. Who
 * has such a domain writes its {@code xn--} form.
 */
final class EmailDomain {

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern SYNTAX = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
  private static final String UNREADABLE =
      "has a domain that cannot be read; write it in its ASCII form (xn--...)";

  private EmailDomain() {}

  /**
   * @throws org.orderly.kernel.InvalidValue if it is no domain with at least two labels
   */
  static String toAscii(String typed) {
    StringBuilder domain = new StringBuilder();
    for (String label : typed.split("\\.", -1)) {
      domain.append(domain.isEmpty() ? "" : ".").append(label(label));
    }
    if (!SYNTAX.matcher(domain).matches()) {
      throw EmailAddress.refused("is not an e-mail address");
    }
    return domain.toString();
  }

  private static String label(String typed) {
    if (typed.chars().allMatch(c -> c < 0x80)) {
      return EmailAddress.lowerAscii(typed);
    }
    if (!typed.codePoints().allMatch(EmailDomain::belongs)) {
      throw EmailAddress.refused(UNREADABLE);
    }
    String label = Normalizer.normalize(lower(typed), Normalizer.Form.NFC);
    try {
      String ascii = IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
      if (ascii.startsWith("xn--") && IDN.toUnicode(ascii).equals(label)) {
        return ascii;
      }
    } catch (IllegalArgumentException e) {
      // answered below, like a label that does not come back as it went
    }
    throw EmailAddress.refused(UNREADABLE);
  }

  /** Letters, marks, digits and hyphens, none of which becomes one of ASCII. */
  private static boolean belongs(int c) {
    if (c < 0x80) {
      return c == '-' || Character.isLetterOrDigit(c);
    }
    boolean mark =
        switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
    String folded = Normalizer.normalize(lower(Character.toString(c)), Normalizer.Form.NFC);
    return (mark || Character.isLetterOrDigit(c)) && folded.chars().allMatch(f -> f >= 0x80);
  }

  /** One letter for one, the same in every language and at every place of a word. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }
}
