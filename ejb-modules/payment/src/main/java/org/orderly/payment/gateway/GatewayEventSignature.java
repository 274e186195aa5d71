package org.orderly.payment.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies events by a header of the form {@code t=<seconds>,v1=<hex>}: HMAC-SHA256 (RFC 2104) over
 * the time, a dot and the body, with a secret that only the gateway shares.
 */
public final class GatewayEventSignature {

  /** How old an event may be, and how far clocks may be apart: an older one is a replay. */
  public static final Duration WINDOW = Duration.ofSeconds(300);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST_HEADER = 1_000;

  private final String secret;
  private final Clock clock;

  public GatewayEventSignature(String secret, Clock clock) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a secret is needed to know genuine notices");
    }
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * @param header the signature's; {@code null} if there was none
   * @throws ForgedGatewayEvent unless one of its signatures is right and its time is within the
   *     window
   */
  public void check(@Nullable String header, byte[] body) {
    if (header == null || header.length() > LONGEST_HEADER) {
      throw new ForgedGatewayEvent();
    }
    @Nullable String time = null;
    boolean genuine = false;
    for (String part : header.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals("t")) {
        time = pair[1];
      } else if (pair.length == 2 && pair[0].equals("v1") && time != null) {
        genuine |= isRight(time, body, pair[1]);
      }
    }
    if (time == null || !genuine || !isFresh(time)) {
      throw new ForgedGatewayEvent();
    }
  }

  private boolean isRight(String time, byte[] body, String given) {
    byte[] expected = HexFormat.of().formatHex(digest(time, body)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] digest(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isFresh(String time) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
      return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
      return false;
    }
  }
}
