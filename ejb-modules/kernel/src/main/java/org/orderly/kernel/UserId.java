package org.orderly.kernel;

import java.util.Objects;
import java.util.UUID;

/** Identifies one user in every domain. */
public record UserId(UUID value) implements Id {

  public UserId {
    Objects.requireNonNull(value, "user id");
  }

  public static UserId newId() {
    return new UserId(UuidV7.next());
  }

  /**
   * Reads the canonical UUID text.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static UserId of(String text) {
    return new UserId(UuidV7.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
