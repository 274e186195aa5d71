package org.orderly.productfiles.profile;

import java.util.List;
import java.util.Locale;

/** Names a variant after its product and its options, since each variant is a product here. */
final class VariantName {

  static final String SAID = "each variant becomes a product of its own, named with its options";

  private VariantName() {}

  /** The name, with the options behind it that it does not have yet. */
  static String of(String name, List<String> options) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> missing =
        options.stream().filter(option -> !has(lower, option.toLowerCase(Locale.ROOT))).toList();
    return missing.isEmpty() ? name : name + " - " + String.join(" / ", missing);
  }

  /** As a word of its own: "Linen shirt" does not name the size S. */
  private static boolean has(String name, String option) {
    for (int at = name.indexOf(option); at >= 0; at = name.indexOf(option, at + 1)) {
      int end = at + option.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
      boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
