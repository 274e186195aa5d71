package org.orderly.notification.webhook.sending;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs a body by the Standard Webhooks specification, which libraries in most languages verify.
 *
 * <p>The key is what stands in Base64 after {@code whsec_}. A secret from before this was so begins
 * with {@code whs_}; its characters are the key.
 */
final class StandardSignature {

  static final String PREFIX = "whsec_";

  private StandardSignature() {}

  /**
   * The value of {@code webhook-signature}: one signature for each secret that is good now.
   *
   * @param id of the event, the same at each attempt
   */
  static String of(String id, Instant at, String body, List<String> secrets) {
    List<String> signatures = new ArrayList<>(secrets.size());
    for (String secret : secrets) {
      signatures.add(sign(secret, id, at, body));
    }
    return String.join(" ", signatures);
  }

  private static String sign(String secret, String id, Instant at, String body) {
    Webhook signer =
        secret.startsWith(PREFIX)
            ? new Webhook(secret)
            : new Webhook(secret.getBytes(StandardCharsets.US_ASCII));
    try {
      return signer.sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
