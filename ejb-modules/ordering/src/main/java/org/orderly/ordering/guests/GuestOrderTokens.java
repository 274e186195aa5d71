package org.orderly.ordering.guests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;

/**
 * The tokens by which guests read their orders: a token that only this shop can make (HMAC-SHA256
 * of the order's id, under a key derived from {@code ORDERLY_SECRET_KEY}), so that it need not be
 * kept anywhere.
 */
@ApplicationScoped
class GuestOrderTokens {

  private static final int SHORTEST_KEY = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final Optional<byte[]> key;

  @Inject
  GuestOrderTokens(@ConfigProperty(name = "orderly.secret.key") Optional<String> configured) {
    this.key =
        configured
            .filter(text -> text.length() >= SHORTEST_KEY)
            .map(
                text ->
                    mac(
                        text.getBytes(StandardCharsets.UTF_8),
                        "guest-order".getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * @throws NoGuestCheckout if no secret key is configured
   */
  String token(OrderId order) {
    byte[] secret = requireKey();
    byte[] id =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(order.value().getMostSignificantBits())
            .putLong(order.value().getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(secret, id));
  }

  /**
   * @throws NoGuestCheckout if no secret key is configured
   */
  byte[] requireKey() {
    return key.orElseThrow(NoGuestCheckout::new);
  }

  /** Takes the same time whatever is wrong with the token; a shop without a key has none. */
  boolean opens(@Nullable String token, OrderId order) {
    return token != null
        && key.isPresent()
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            token(order).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] mac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
