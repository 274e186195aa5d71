package org.orderly.ordering.fulfilment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductQuantity;

/**
 * Goods of an order that somebody has handed to a carrier.
 *
 * @param carrier 1 to 100 characters
 * @param trackingNumber up to 100 characters; {@code null} if the carrier gave none
 * @param items {@code null} for all that the sender may still ship
 * @param shipAnywayReason why the shop ships what it has given all money back for; {@code null}
 *     otherwise
 */
public record NewShipment(
    OrderId orderId,
    String carrier,
    @Nullable String trackingNumber,
    @Nullable List<ProductQuantity> items,
    @Nullable String shipAnywayReason) {

  private static final int MAX_LENGTH = 100;

  public NewShipment {
    String given = text("carrier", carrier);
    if (given == null) {
      throw new InvalidValue("carrier", carrier == null ? "is missing" : "must not be blank");
    }
    carrier = given;
    trackingNumber = text("trackingNumber", trackingNumber);
  }

  /** Of an order whose money the shop still has. */
  NewShipment(
      OrderId orderId,
      String carrier,
      @Nullable String trackingNumber,
      List<ProductQuantity> items) {
    this(orderId, carrier, trackingNumber, items, null);
  }

  private static @Nullable String text(String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    if (given.length() > MAX_LENGTH || given.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, "must be up to " + MAX_LENGTH + " characters on one line");
    }
    return given.strip();
  }
}
