package org.orderly.notification.webhook.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows who sent a body, and when: HMAC-SHA256 (RFC 2104, FIPS 180-4) over the time in seconds, a
 * dot, and the body. Deprecated: sent for receivers from before {@link StandardSignature}.
 */
final class TimestampedSignature {

  static final String HEADER = "Orderly-Signature";

  private TimestampedSignature() {}

  /**
   * The value of the header: the time, and a signature for each secret that is good now.
   *
   * @param secrets as they were shown to the subscriber; their characters are the key
   */
  static String of(Instant at, byte[] body, List<String> secrets) {
    StringBuilder value = new StringBuilder("t=").append(at.getEpochSecond());
    for (String secret : secrets) {
      value.append(",v1=").append(hmac(secret, at.getEpochSecond(), body));
    }
    return value.toString();
  }

  private static String hmac(String secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "RAW"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
