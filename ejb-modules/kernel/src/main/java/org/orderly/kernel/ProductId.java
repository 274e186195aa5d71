package org.orderly.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies one product in every domain. */
public record ProductId(UUID value) implements Id {

  public ProductId {
    Objects.requireNonNull(value, "product id");
  }

  public static ProductId newId() {
    return new ProductId(UuidV7.next());
  }

  /**
   * Reads the canonical UUID text.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static ProductId of(String text) {
    return new ProductId(UuidV7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
