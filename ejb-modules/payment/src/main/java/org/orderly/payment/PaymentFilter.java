package org.orderly.payment;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.orderly.kernel.InvalidValue;

/**
 * Which payments are wanted; whatever is {@code null} does not matter.
 *
 * @param from inclusive, by when it was entered
 * @param to exclusive
 */
public record PaymentFilter(String status, String method, Instant from, Instant to) {

  /**
   * @throws InvalidValue for a status or method that there is not
   */
  public PaymentFilter {
    requireKnown("status", status, names(PaymentStatus.values()));
    requireKnown("method", method, names(PaymentMeans.values()));
  }

  private static void requireKnown(String field, String value, Set<String> known) {
    if (value != null && !known.contains(value)) {
      throw new InvalidValue(field, "is none of " + String.join(", ", known));
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
