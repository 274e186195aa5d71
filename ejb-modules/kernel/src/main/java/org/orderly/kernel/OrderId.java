package org.orderly.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies one order in every domain. */
public record OrderId(UUID value) implements Id {

  public OrderId {
    Objects.requireNonNull(value, "order id");
  }

  public static OrderId newId() {
    return new OrderId(UuidV7.next());
  }

  /**
   * Reads the canonical UUID text.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static OrderId of(String text) {
    return new OrderId(UuidV7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
