package org.orderly.ordering.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.OrderStatus;

/**
 * Which orders a list shows; {@code null}, or no status, for any.
 *
 * @param statuses one of these
 * @param from placed at this moment or later
 * @param to placed before this moment
 * @param number exactly this one, such as {@code 2026-000123}
 * @param sku with a line of this product, as it was called when it was ordered
 * @param email of the buyer's account, or given by a guest, however it is typed; for admins only
 */
public record OrderFilter(
    Set<String> statuses,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String number,
    @Nullable String sku,
    @Nullable String email) {

  private static final int MAX_LENGTH = 254;
  private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Set<String> STATUSES =
      Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.toSet());

  /** Lets every order pass; after what it is checked by. */
  public static final OrderFilter ANY = new OrderFilter(Set.of(), null, null, null, null, null);

  /**
   * @throws InvalidValue naming the first member that no order can match
   */
  public OrderFilter {
    statuses = Set.copyOf(statuses);
    if (!STATUSES.containsAll(statuses)) {
      List<String> known = Arrays.stream(OrderStatus.values()).map(Enum::name).toList();
      throw new InvalidValue("status", "must be of " + String.join(", ", known));
    }
    requireKeepable("from", from);
    requireKeepable("to", to);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new InvalidValue("to", "is not after from");
    }
    requireSane("number", number);
    requireSane("sku", sku);
    requireSane("email", email);
    email = email == null ? null : EmailAddress.of(email).value();
  }

  private static void requireKeepable(String field, @Nullable Instant moment) {
    if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
      throw new InvalidValue(field, "must be between " + FIRST + " and " + LAST);
    }
  }

  private static void requireSane(String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    boolean sane = text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
    if (!sane || text.isBlank()) {
      throw new InvalidValue(field, "must be one line of 1 to " + MAX_LENGTH + " characters");
    }
  }
}
