package org.orderly.identity.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.json.Json;

/**
 * An entry as admins see it.
 *
 * @param seq 1, 2, 3 … without gaps
 * @param at when it was done; what was done in another database is entered a moment later
 * @param actor a user's id, an API client's client id, {@code anonymous} or {@code system}
 * @param hash SHA-256 over the entry and the hash before it, in hexadecimal
 */
public record AuditEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    String address,
    String requestId,
    String hash) {

  static AuditEntry of(AuditLogRow stored) {
    return new AuditEntry(
        stored.seq(),
        stored.at(),
        stored.actor(),
        stored.action(),
        stored.subject(),
        json(stored.before()),
        json(stored.after()),
        stored.address(),
        stored.requestId(),
        HexFormat.of().formatHex(stored.hash()));
  }

  /** Also a text that somebody else has put there is shown. */
  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
