package org.orderly.identity.twofactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app needs to know; shown once.
 *
 * @param secret in Base32, to be typed
 * @param otpauthUri the same as an address that apps open
 * @param qrCode the address as a picture, a {@code data:} URI
 */
public record TotpEnrolment(String secret, String otpauthUri, String qrCode) {

  private static final String ISSUER = "Orderly";

  static TotpEnrolment of(byte[] secret, String email) {
    String text = Base32.encode(secret);
    String uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(ISSUER, encoded(email), text, ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
    return new TotpEnrolment(text, uri, QrCode.dataUri(uri));
  }

  /** Apps read addresses, not forms: a space is %20 there. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "TotpEnrolment";
  }
}
