package org.orderly.server.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A public key that verifies tokens: an entry of {@code jwks.json}.
 *
 * <p>Its members {@code iat}, {@code nbf} and {@code exp} (seconds since 1970) tell when it was
 * made, from when on its private half signs, and until when tokens may be about that it signed. An
 * entry without them is good for ever, until a rotation ends it.
 *
 * @param signs whether its private half is in the folder
 */
record TrustedKey(ObjectNode jwk, boolean signs) {

  String id() {
    return jwk.path("kid").asText();
  }

  boolean has(String modulus) {
    return jwk.path("n").asText().equals(modulus);
  }

  /** When it was made; the beginning of time if nobody noted it. */
  Instant madeAt() {
    return Instant.ofEpochSecond(jwk.path("iat").asLong(0));
  }

  Instant signsFrom() {
    return Instant.ofEpochSecond(jwk.path("nbf").asLong(0));
  }

  /** Whether a later key takes, or took, its place. */
  boolean isReplaced() {
    return jwk.has("exp");
  }

  Instant endsAt() {
    JsonNode end = jwk.path("exp");
    return end.isNumber() ? Instant.ofEpochSecond(end.asLong()) : Instant.MAX;
  }

  /** Of the rotation; foreign keys, whose private half is elsewhere, take no part in it. */
  boolean isOurs() {
    return signs || isReplaced();
  }

  void endAt(Instant end) {
    jwk.put("exp", end.getEpochSecond());
  }
}
