package org.orderly.ordering.assortment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.catalog.Actor;
import org.orderly.catalog.Catalog;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockAdjustment;
import org.orderly.inventory.StockLevel;
import org.orderly.messaging.Answer;
import org.orderly.messaging.RequestKey;

/** Corrects how much there is: admins of every product, vendors of their own. */
@ApplicationScoped
public class StockKeeping {

  private final Catalog catalog;
  private final Stock stock;

  @Inject
  StockKeeping(Catalog catalog, Stock stock) {
    this.catalog = catalog;
    this.stock = stock;
  }

  /**
   * Moves stock in or out, once per request key, in one transaction of the inventory.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   */
  public Answer<StockLevel> adjust(StockAdjustment adjustment, RequestKey request, Actor actor) {
    if (!actor.admin()) {
      catalog.requireChangeable(adjustment.productId(), actor);
    }
    return stock.adjust(adjustment, request);
  }
}
