package org.orderly.inventory.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;

/**
 * Goods to be sent from one location to another.
 *
 * @param from code of the location that they leave
 * @param to code of another location
 * @param items 1 to 200, each of another product
 * @param reason for people; 1 to 200 characters
 */
public record StockTransferRequest(
    String from, String to, List<ProductQuantity> items, String reason) {

  private static final int MOST_ITEMS = 200;
  private static final int MAX_REASON = 200;

  public StockTransferRequest {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    items = List.copyOf(items);
    if (from.equals(to)) {
      throw new InvalidValue("to", "must be another location than the goods come from");
    }
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new InvalidValue("items", "must be 1 to " + MOST_ITEMS);
    }
    if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
      throw new InvalidValue("reason", "must have 1 to " + MAX_REASON + " characters");
    }
    Set<ProductId> seen = new HashSet<>();
    for (int index = 0; index < items.size(); index++) {
      if (!seen.add(items.get(index).productId())) {
        throw new InvalidValue("items[" + index + "].productId", "is in an earlier line");
      }
    }
  }
}
