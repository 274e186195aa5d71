package org.orderly.productfiles.row;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file calls a column or a member.
 *
 * @param shown as the file has it, without what cannot be seen
 * @param key the same for names that differ in case, blanks, hyphens and underscores only
 */
public record ColumnName(String shown, String key) {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]+");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s_-]+");
  private static final int LONGEST = 100;

  public static ColumnName of(String name) {
    String visible = INVISIBLE.matcher(name).replaceAll("").strip();
    String shown = visible.length() > LONGEST ? visible.substring(0, LONGEST) + "..." : visible;
    return new ColumnName(shown, key(visible));
  }

  /** The key of a name; feeds write {@code g:} before theirs. */
  public static String key(String name) {
    String plain =
        Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip();
    return BLANKS.matcher(plain.startsWith("g:") ? plain.substring(2) : plain).replaceAll("");
  }

  boolean isEmpty() {
    return key.isEmpty();
  }
}
