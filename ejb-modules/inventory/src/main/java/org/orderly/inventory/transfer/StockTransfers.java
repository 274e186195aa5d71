package org.orderly.inventory.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.MovableStock;
import org.orderly.inventory.MovementKind;
import org.orderly.inventory.StockLocationId;
import org.orderly.inventory.StockMovements;
import org.orderly.inventory.location.StockLocations;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.request.RequestContext;

/**
 * Sends goods from one location to another, and receives or cancels what was sent. Each step is one
 * transaction of the inventory database, once per request key: whatever dies, the goods are at one
 * location or in transit.
 *
 * <p>Locations are kept open before stock rows are locked, and a transfer before both.
 */
@ApplicationScoped
@Transactional
public class StockTransfers {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final StockTransferRepository transfers;
  private final StockLocations locations;
  private final StockMovements stock;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  StockTransfers(
      @Domain(InventoryDatabase.DOMAIN) DomainDatabase database,
      StockLocations locations,
      StockMovements stock,
      @Domain(InventoryDatabase.DOMAIN) IdempotencyKeys keys,
      Clock clock) {
    this.transfers = new StockTransferRepository(database);
    this.locations = locations;
    this.stock = stock;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Takes goods out of the source.
   *
   * @throws org.orderly.inventory.location.UnknownLocation if a code is unknown
   * @throws org.orderly.inventory.location.LocationClosed if a location is closed
   * @throws org.orderly.inventory.NoStockKept if a product was never opened at the source
   * @throws org.orderly.inventory.StockBelowReserved if less would remain than is reserved for
   *     orders
   * @throws org.orderly.inventory.QuantityTooFine if a quantity has more decimals than its product
   */
  public IdempotentResult<TransferView> send(StockTransferRequest request, IdempotencyKey key) {
    return keys.once(key, TransferView.class, () -> send(request));
  }

  private TransferView send(StockTransferRequest request) {
    StockLocationId source = locations.require(request.from());
    StockLocationId target = locations.require(request.to());
    TransferView sent =
        new TransferView(
            UuidV7.next(),
            request.from(),
            request.to(),
            StockTransferStatus.IN_TRANSIT,
            request.items(),
            request.reason(),
            RequestContext.current().actor(),
            now(),
            null,
            null);
    transfers.add(sent, source, target);
    move(sent, source, -1, "transfer.sent");
    return sent;
  }

  /**
   * Puts goods that were sent into the stock of the target.
   *
   * @throws UnknownTransfer if there is none
   * @throws TransferEnded if it was received or cancelled
   */
  public IdempotentResult<TransferView> receive(UUID id, IdempotencyKey key) {
    return keys.once(key, TransferView.class, () -> end(id, StockTransferStatus.RECEIVED));
  }

  /**
   * Puts goods that were sent back into the stock of the source.
   *
   * @throws UnknownTransfer if there is none
   * @throws TransferEnded if it was received or cancelled
   */
  public IdempotentResult<TransferView> cancel(UUID id, IdempotencyKey key) {
    return keys.once(key, TransferView.class, () -> end(id, StockTransferStatus.CANCELLED));
  }

  private TransferView end(UUID id, StockTransferStatus end) {
    TransferView sent = transfers.lock(id).orElseThrow(() -> new UnknownTransfer(id));
    if (sent.status() != StockTransferStatus.IN_TRANSIT) {
      throw new TransferEnded(sent);
    }
    boolean received = end == StockTransferStatus.RECEIVED;
    // neither can be closed while goods are on the way
    StockLocationId location = locations.require(received ? sent.to() : sent.from());
    Instant now = now();
    String actor = RequestContext.current().actor();
    TransferView ended = sent.ended(end, actor, now);
    transfers.end(ended, actor, now);
    move(ended, location, 1, received ? "transfer.received" : "transfer.cancelled");
    return ended;
  }

  private void move(TransferView transfer, StockLocationId location, int sign, String action) {
    List<ProductId> products = transfer.items().stream().map(ProductQuantity::productId).toList();
    MovableStock locked =
        sign > 0 ? stock.open(location, products) : stock.lock(location, products);
    for (ProductQuantity item : transfer.items()) {
      locked.move(
          item.productId(),
          MovementKind.TRANSFER,
          sign > 0 ? item.quantity().value() : item.quantity().value().negate(),
          transfer.reason(),
          transfer.id());
    }
    stock.write(
        locked, List.of(AuditNote.of(clock, action, transfer.id().toString(), null, transfer)));
  }

  /**
   * @throws UnknownTransfer if there is none
   */
  public TransferView get(UUID id) {
    return transfers.find(id).orElseThrow(() -> new UnknownTransfer(id));
  }

  /**
   * A page of transfers, newest first.
   *
   * @param status {@code null} for any
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<TransferView> page(
      @Nullable StockTransferStatus status, Limit limit, @Nullable String cursor) {
    UUID before = cursor == null ? AFTER_ALL : position(cursor);
    List<TransferView> found = transfers.page(before, status, limit.withLookahead());
    List<TransferView> shown = found.subList(0, Math.min(found.size(), limit.value()));
    return new Page<>(
        shown,
        found.size() > limit.value()
            ? Cursor.encode(shown.get(shown.size() - 1).id().toString())
            : null);
  }

  private static UUID position(String cursor) {
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  /** As the database keeps it, so that the first answer is what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
