package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.json.Json;
import org.orderly.platform.request.RequestContext;

/**
 * An action that the audit log records.
 *
 * <p>What happens outside of the identity database is noted in the outbox of the database where it
 * happens, in the same transaction, and so reaches the log whatever dies in between.
 *
 * @param actor who did it, as in {@link RequestContext}
 * @param action what was done, in lower case and dots, such as {@code stock.adjusted}
 * @param subject what it was done to, usually an id
 * @param before what is now different, as it was, as JSON text; {@code null} for nothing
 * @param after the same as it is now
 */
public record AuditNote(
    UUID eventId,
    Instant occurredAt,
    String actor,
    String action,
    String subject,
    @Nullable String before,
    @Nullable String after,
    String address,
    String requestId)
    implements DomainEvent {

  private static final int MAX_JSON = 16_000;

  /** What the request that this thread serves is doing now. */
  public static AuditNote of(
      Clock clock, String action, String subject, @Nullable Object before, @Nullable Object after) {
    RequestContext requestContext = RequestContext.current();
    return new AuditNote(
        UuidV7.next(),
        clock.instant(),
        requestContext.actor(),
        action,
        subject,
        json(before),
        json(after),
        requestContext.address(),
        requestContext.requestId());
  }

  /** Notes about one subject keep their order. */
  @Override
  public UUID aggregateId() {
    return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
  }

  /** The log keeps facts, not documents: of a value that is too long it says just that. */
  private static @Nullable String json(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      String text = Json.mapper().writeValueAsString(value);
      return text.length() <= MAX_JSON ? text : "{\"tooLong\":" + text.length() + "}";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
