package org.orderly.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.catalog.Actor;
import org.orderly.catalog.CatalogQueries;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockAdjustment;
import org.orderly.inventory.StockLevel;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;

/** Corrects how much there is: admins of every product, vendors of their own. */
@ApplicationScoped
public class StockService {

  private final CatalogQueries catalogQueries;
  private final Stock stock;

  @Inject
  StockService(CatalogQueries catalogQueries, Stock stock) {
    this.catalogQueries = catalogQueries;
    this.stock = stock;
  }

  /**
   * Moves stock in or out, once per request key, in one transaction of the inventory.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   */
  public IdempotentResult<StockLevel> adjust(
      StockAdjustment adjustment, IdempotencyKey request, Actor actor) {
    if (!actor.admin()) {
      catalogQueries.requireChangeable(adjustment.productId(), actor);
    }
    return stock.adjust(adjustment, request);
  }
}
