package org.orderly.platform.chain;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/**
 * Number and hash of a link. Kept outside of the database it is an anchor: nobody who changes the
 * rows up to there can make the same hash again.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param hash SHA-256 in hexadecimal
 */
public record ChainLink(long seq, String hash) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** What comes before the first link. */
  public static final ChainLink BEGINNING = new ChainLink(0, "0".repeat(64));

  /**
   * Reads {@code number:hash}.
   *
   * @throws InvalidValue if the text is anything else
   */
  public static ChainLink parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValue("anchor", "must be a link's number, a colon and its hash");
    }
    return new ChainLink(Long.parseLong(parts.group(1)), parts.group(2));
  }

  public static ChainLink of(long seq, byte[] hash) {
    return new ChainLink(seq, HexFormat.of().formatHex(hash));
  }

  public byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }
}
