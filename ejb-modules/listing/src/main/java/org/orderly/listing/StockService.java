package org.orderly.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.Actor;
import org.orderly.catalog.CatalogQueries;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockAdjustment;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.history.MovementFilter;
import org.orderly.inventory.history.MovementView;
import org.orderly.inventory.history.StockHistoryQueries;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;

/**
 * Corrects how much there is and shows how it came to be: admins of every product, vendors of their
 * own.
 */
@ApplicationScoped
public class StockService {

  private final CatalogQueries catalogQueries;
  private final Stock stock;
  private final StockHistoryQueries history;

  @Inject
  StockService(CatalogQueries catalogQueries, Stock stock, StockHistoryQueries history) {
    this.catalogQueries = catalogQueries;
    this.stock = stock;
    this.history = history;
  }

  /**
   * Moves stock in or out, once per request key, in one transaction of the inventory.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   */
  public IdempotentResult<StockLevel> adjust(
      StockAdjustment adjustment, IdempotencyKey request, Actor actor) {
    requireOwn(adjustment.productId(), actor);
    return stock.adjust(adjustment, request);
  }

  /**
   * A page of a product's movements, newest first.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   * @throws org.orderly.inventory.NoStockKept if the product was never opened
   */
  public Page<MovementView> movements(
      ProductId product, MovementFilter filter, Limit limit, @Nullable String cursor, Actor actor) {
    requireOwn(product, actor);
    stock.level(product);
    return history.page(product, filter, limit, cursor);
  }

  /**
   * How much there was of a product before a moment, with today's threshold.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   * @throws org.orderly.inventory.NoStockKept if the product was never opened
   */
  public StockLevel levelBefore(ProductId product, Instant moment, Actor actor) {
    requireOwn(product, actor);
    StockLevel now = stock.level(product);
    StockHistoryQueries.StockThen then = history.before(product, moment);
    return new StockLevel(
        product,
        then.onHand(),
        then.reserved(),
        then.onHand().minus(then.reserved()),
        now.lowStockThreshold());
  }

  private void requireOwn(ProductId product, Actor actor) {
    if (!actor.admin()) {
      catalogQueries.requireChangeable(product, actor);
    }
  }
}
