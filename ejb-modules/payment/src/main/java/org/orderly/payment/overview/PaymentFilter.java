package org.orderly.payment.overview;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.PaymentInstrument;

/**
 * Which payments are wanted; whatever is {@code null} does not matter.
 *
 * @param from inclusive, by when it was entered
 * @param to exclusive
 */
public record PaymentFilter(
    @Nullable String status,
    @Nullable String method,
    @Nullable Instant from,
    @Nullable Instant to) {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * @throws InvalidValue for a status or method that there is not
   */
  public PaymentFilter {
    requireKnown("status", status, names(PaymentStatus.values()));
    requireKnown("method", method, names(PaymentInstrument.values()));
    requireStorable("from", from);
    requireStorable("to", to);
  }

  private static void requireKnown(String field, @Nullable String value, Set<String> known) {
    if (value != null && !known.contains(value)) {
      throw new InvalidValue(field, "is none of " + String.join(", ", known));
    }
  }

  /** Databases know fewer moments than Java does. */
  private static void requireStorable(String field, @Nullable Instant moment) {
    if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
      throw new InvalidValue(field, "is no moment of this shop");
    }
  }

  private static Set<String> names(Enum<?>[] values) {
    Set<String> names = new LinkedHashSet<>();
    for (Enum<?> value : values) {
      names.add(value.name());
    }
    return names;
  }
}
