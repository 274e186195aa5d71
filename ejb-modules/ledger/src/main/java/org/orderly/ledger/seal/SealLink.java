package org.orderly.ledger.seal;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/**
 * The number and hash of a sealed transaction. Noted outside of the database it is an anchor:
 * whoever changes the ledger up to there cannot make the same hash again.
 *
 * @param hash SHA-256 in hexadecimal
 */
public record SealLink(long seq, String hash) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  static final SealLink BEGINNING = new SealLink(0, "0".repeat(64));

  /**
   * Reads {@code number:hash}.
   *
   * @throws InvalidValue if the text is anything else
   */
  public static SealLink parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValue("anchor", "must be a seal's number, a colon and its hash");
    }
    return new SealLink(Long.parseLong(parts.group(1)), parts.group(2));
  }

  static SealLink of(long seq, byte[] hash) {
    return new SealLink(seq, HexFormat.of().formatHex(hash));
  }

  byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }
}
