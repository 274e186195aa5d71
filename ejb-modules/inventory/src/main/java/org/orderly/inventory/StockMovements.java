package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Moves goods in and out of stock, inside the caller's transaction: the rows of many products take
 * one network round trip to lock and one to write.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StockMovements {

  private final LockedStockRepository stock;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  StockMovements(
      @Domain(InventoryDatabase.DOMAIN) DomainDatabase database,
      @Domain(InventoryDatabase.DOMAIN) Outbox outbox,
      Clock clock) {
    this.stock = new LockedStockRepository(database);
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Locks the stock of products at a location, always in the order of their ids. */
  public MovableStock lock(StockLocationId location, Collection<ProductId> products) {
    return new MovableStock(location, stock.of(location, products), clock.instant());
  }

  /**
   * The same for goods that come to the location: a product that is kept at the main location gets
   * a row there if it has none.
   */
  public MovableStock open(StockLocationId location, Collection<ProductId> products) {
    stock.open(location, products);
    return lock(location, products);
  }

  /** Writes what was moved, with the alerts that it causes and notes for the audit log. */
  public void write(MovableStock moved, List<AuditNote> notes) {
    SqlBatch writes = new SqlBatch();
    LockedStockRepository.move(writes, moved);
    MovementRepository.append(writes, moved.movements(), moved.now());
    List<DomainEvent> events = new ArrayList<>(moved.events());
    events.addAll(notes);
    outbox.append(writes, events);
    stock.run(writes);
  }
}
