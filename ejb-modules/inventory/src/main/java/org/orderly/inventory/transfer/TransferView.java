package org.orderly.inventory.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductQuantity;

/**
 * A transfer as the API shows it.
 *
 * @param id also the reference of its movements
 * @param from code of the location that the goods left
 * @param to code of the location that they go to
 * @param sentBy who sent it: a user's id or an API client's id
 * @param endedBy who received or cancelled it; {@code null} while it is in transit
 */
public record TransferView(
    UUID id,
    String from,
    String to,
    StockTransferStatus status,
    List<ProductQuantity> items,
    String reason,
    String sentBy,
    Instant sentAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  public TransferView {
    items = List.copyOf(items);
  }

  TransferView ended(StockTransferStatus end, String by, Instant at) {
    return new TransferView(id, from, to, end, items, reason, sentBy, sentAt, by, at);
  }
}
