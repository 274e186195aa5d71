package org.orderly.identity.audit;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * Which entries are asked for; {@code null} for any.
 *
 * @param action how the action begins: {@code user.} finds all that was done to users
 * @param from the first moment
 * @param to the moment after the last
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String requestId) {

  private static final int MAX_LENGTH = 200;

  public AuditFilter {
    boolean sane =
        Stream.of(actor, action, subject, requestId).allMatch(text -> text == null || isSane(text));
    if (!sane) {
      throw new InvalidValue("filter", "must have at most " + MAX_LENGTH + " characters");
    }
  }

  private static boolean isSane(String text) {
    return text.length() <= MAX_LENGTH && text.indexOf(0) < 0;
  }
}
