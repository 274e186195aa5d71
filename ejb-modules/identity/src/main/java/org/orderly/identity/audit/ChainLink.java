package org.orderly.identity.audit;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/**
 * An entry's number and hash. Noted outside of the database it is an anchor: whoever changes the
 * log up to there cannot make the same hash again.
 *
 * @param hash SHA-256 in hexadecimal
 */
public record ChainLink(long seq, String hash) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  static final ChainLink BEGINNING = new ChainLink(0, "0".repeat(64));

  /**
   * Reads {@code number:hash}.
   *
   * @throws InvalidValue if the text is anything else
   */
  public static ChainLink parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValue("anchor", "must be an entry's number, a colon and its hash");
    }
    return new ChainLink(Long.parseLong(parts.group(1)), parts.group(2));
  }

  static ChainLink of(long seq, byte[] hash) {
    return new ChainLink(seq, HexFormat.of().formatHex(hash));
  }

  byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }
}
