package org.orderly.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Id;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.crypto.Sha256;
import org.orderly.platform.json.Json;

/**
 * An idempotency key with the request that it was used for: who sends it, what it does, the key the
 * client chose and a fingerprint of its body.
 *
 * @param caller the account or API client; for a guest the order, which the token names
 * @param key {@code null} if the client chose none; such a request is never recognised
 */
public record IdempotencyKey(
    Id caller, String operation, @Nullable String key, String fingerprint) {

  private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  public IdempotencyKey {
    if (key != null && !SANE.matcher(key).matches()) {
      throw new InvalidValue("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
    }
  }

  /**
   * @param request the request as read, so that spaces and order of members do not matter
   */
  public static IdempotencyKey of(
      Id caller, String operation, @Nullable String key, Record request) {
    return new IdempotencyKey(caller, operation, key, sha256(json(request)));
  }

  public boolean isPresent() {
    return key != null;
  }

  /** Identifies the request among all requests, whatever its body. */
  public String name() {
    return caller + " " + operation + " " + key;
  }

  /** The same for every repetition, so that what the request makes can be named by it. */
  public UUID derivedId() {
    String name = caller + "\n" + operation + "\n" + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(Record request) {
    try {
      return Json.mapper().writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
