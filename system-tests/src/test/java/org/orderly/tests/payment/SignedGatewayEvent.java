package org.orderly.tests.payment;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;

/** What the gateway tells by itself, as whoever knows the secret can tell it. */
final class SignedGatewayEvent {

  private static final String NOTICES = "payments/webhooks/";

  private SignedGatewayEvent() {}

  /** Signed with the gateway's own secret, now. */
  static Answer hear(String body) {
    return hear("sandbox", signature(secret(), Instant.now(), body), body);
  }

  /**
   * @param signature {@code null} for none
   */
  static Answer hear(String gateway, String signature, String body) {
    HttpRequest.Builder request = RunningShop.api().request(NOTICES + gateway);
    if (signature != null) {
      request.header("Sandbox-Signature", signature);
    }
    return RunningShop.api().send(Api.json(request, "POST", body));
  }

  static String secret() {
    return RunningShop.environment().get("ORDERLY_SANDBOX_WEBHOOK_SECRET");
  }

  static String signature(String secret, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = at.getEpochSecond() + "." + body;
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
