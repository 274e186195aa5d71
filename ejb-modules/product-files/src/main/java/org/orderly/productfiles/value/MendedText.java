package org.orderly.productfiles.value;

import java.nio.charset.Charset;
import java.util.regex.Pattern;

/** Puts right what texts from other shops' systems commonly have wrong. */
public final class MendedText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");
  private static final int FIRST = 0x80;
  private static final int LAST = 0x9f;

  private MendedText() {}

  /**
   * The text with signs such as the trademark sign, quotes and dashes where a conversion left
   * Windows' numbers for them. As characters of Unicode those numbers mean nothing that is printed.
   */
  public static String of(String text) {
    if (text.chars().noneMatch(MendedText::isLeftover)) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text.length());
    for (char sign : text.toCharArray()) {
      mended.append(isLeftover(sign) ? new String(new byte[] {(byte) sign}, WINDOWS) : sign);
    }
    return mended.toString();
  }

  /** The same on one line: breaks and tabs become spaces. */
  public static String line(String text) {
    return BREAKS.matcher(of(text)).replaceAll(" ");
  }

  private static boolean isLeftover(int sign) {
    return sign >= FIRST && sign <= LAST;
  }
}
