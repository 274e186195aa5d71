package org.orderly.notification.backinstock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.orderly.catalog.CatalogQueries;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Keeps which shoppers asked to be notified when a product is available again. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class BackInStockRequests {

  static final int MOST_OF_A_USER = 100;

  /** All of them are notified by one transaction. */
  static final int MOST_OF_A_PRODUCT = 10_000;

  private final BackInStockRepository requests;
  private final CatalogQueries catalog;
  private final Clock clock;

  @Inject
  BackInStockRequests(
      @Domain("notification") DomainDatabase database, CatalogQueries catalog, Clock clock) {
    this.requests = new BackInStockRepository(database);
    this.catalog = catalog;
    this.clock = clock;
  }

  /** A product that a shopper waits for. */
  public record BackInStockRequest(ProductId productId, Instant requestedAt) {}

  /**
   * Remembers that a shopper wants to be notified; does nothing if they asked before.
   *
   * @param available how much is available at the moment; is asked for twice
   * @throws org.orderly.catalog.ProductNotFound if the product is not on sale
   * @throws ProductInStock if it is available
   * @throws TooManyBackInStockRequests if the shopper waits for 100 products, or 10,000 wait for it
   */
  public void request(UserId user, ProductId product, Supplier<Quantity> available) {
    catalog.offer(product);
    requireNone(product, available.get());
    if (!requests.add(product, user, clock.instant(), MOST_OF_A_USER, MOST_OF_A_PRODUCT)) {
      throw new TooManyBackInStockRequests();
    }
    try {
      // what came in before the request was stored causes no message any more
      requireNone(product, available.get());
    } catch (ProductInStock meanwhile) {
      requests.remove(product, user);
      throw meanwhile;
    }
  }

  /** Withdraws a request; does nothing if there is none. */
  public void withdraw(UserId user, ProductId product) {
    requests.remove(product, user);
  }

  public boolean isRequested(UserId user, ProductId product) {
    return requests.has(product, user);
  }

  /** What a shopper waits for, oldest first; 100 at most, as a rule. */
  public List<BackInStockRequest> of(UserId user) {
    return requests.of(user);
  }

  /** Who waits for a product, in the order in which they asked. */
  public List<UserId> waiting(ProductId product) {
    return requests.of(product);
  }

  /** Forgets those who are notified, in the batch that notifies them. */
  public void notified(SqlBatch writes, ProductId product, Collection<UserId> users) {
    BackInStockRepository.remove(writes, product, users);
  }

  /** Forgets what an erased user waited for. */
  public void forget(SqlBatch writes, UserId user) {
    BackInStockRepository.forget(writes, user);
  }

  private static void requireNone(ProductId product, Quantity available) {
    if (!available.isZero()) {
      throw new ProductInStock(product, available);
    }
  }
}
