package org.orderly.kernel;

import java.util.regex.Pattern;

/**
 * Finds what a mail program would show as a link. The shop mails names that people typed, and must
 * not carry strangers' links to anybody.
 */
public final class UrlDetector {

  private static final Pattern LINK =
      Pattern.compile(
          "://|www\\.|[\\p{L}\\p{N}-]{2,}\\.(?:[\\p{L}]{2,}/|(?:app|biz|click|co|com|dev|info|io|link|ly|me|net"
              + "|online|org|ru|shop|site|top|xyz|zip)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private UrlDetector() {}

  public static boolean in(String text) {
    return LINK.matcher(text).find();
  }
}
