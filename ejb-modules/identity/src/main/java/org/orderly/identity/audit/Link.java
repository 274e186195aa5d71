package org.orderly.identity.audit;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.orderly.kernel.InvalidValue;

/**
 * An entry's number and hash. Noted outside of the database it is an anchor: whoever changes the
 * log up to there cannot make the same hash again.
 *
 * @param hash SHA-256 in hexadecimal
 */
public record Link(long seq, String hash) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  static final Link BEGINNING = new Link(0, "0".repeat(64));

  public Link {
    if (seq < 0) {
      throw new InvalidValue("seq", "must not be negative");
    }
    if (hash == null || !SHA_256.matcher(hash).matches()) {
      throw new InvalidValue("hash", "must be 64 hexadecimal digits in lower case");
    }
  }

  static Link of(long seq, byte[] hash) {
    return new Link(seq, HexFormat.of().formatHex(hash));
  }

  byte[] hashBytes() {
    return HexFormat.of().parseHex(hash);
  }
}
