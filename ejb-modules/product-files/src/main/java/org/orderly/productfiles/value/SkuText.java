package org.orderly.productfiles.value;

import java.util.regex.Pattern;

/** Skus without what cannot be seen, so that two that look alike are one. */
public final class SkuText {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\t\\r\\n]+");

  private SkuText() {}

  /** Every run of blanks of any kind is one space, none is at an end. */
  public static String of(String text) {
    return BLANKS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }
}
