package org.orderly.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.Actor;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.Offer;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.inventory.adjustment.StockTake;
import org.orderly.inventory.adjustment.StockTakes;
import org.orderly.inventory.history.MovementFilter;
import org.orderly.inventory.history.MovementView;
import org.orderly.inventory.history.StockHistoryQueries;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
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
  private final StockAdjustments adjustments;
  private final StockTakes stockTakes;
  private final StockHistoryQueries history;

  @Inject
  StockService(
      CatalogQueries catalogQueries,
      Stock stock,
      StockAdjustments adjustments,
      StockTakes stockTakes,
      StockHistoryQueries history) {
    this.catalogQueries = catalogQueries;
    this.stock = stock;
    this.adjustments = adjustments;
    this.stockTakes = stockTakes;
    this.history = history;
  }

  /**
   * Moves stock in or out, once per request key, in one transaction of the inventory.
   *
   * @param location code of the location; {@code null} for the main one
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   */
  public IdempotentResult<StockLevel> adjust(
      @Nullable String location, StockAdjustment adjustment, IdempotencyKey request, Actor actor) {
    requireOwn(adjustment.productId(), actor);
    return adjustments.adjust(location, adjustment, request);
  }

  /**
   * Makes many adjustments, all or none, once per request key.
   *
   * @param location code of the location; {@code null} for the main one
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and a product is not theirs
   */
  public IdempotentResult<StockAdjustments.AdjustedStock> adjust(
      @Nullable String location, List<StockAdjustment> lines, IdempotencyKey request, Actor actor) {
    requireOwn(lines.stream().map(StockAdjustment::productId).toList(), actor);
    return adjustments.adjust(location, lines, request);
  }

  /**
   * Books what a count found, all lines or none, once per request key.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and a product is not theirs
   */
  public IdempotentResult<StockTakes.BookedStockTake> book(
      StockTake count, IdempotencyKey request, Actor actor) {
    requireOwn(count.items().stream().map(StockTake.CountedItem::productId).toList(), actor);
    return stockTakes.book(count, request);
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

  /**
   * Sets the availability at which admins and the vendor are warned; {@code null} for never.
   *
   * @throws org.orderly.catalog.NotYourProduct if the actor is a vendor and the product is not
   *     theirs
   */
  public StockLevel threshold(
      ProductId product, @Nullable Quantity lowStockThreshold, Actor actor) {
    requireOwn(product, actor);
    return stock.threshold(product, lowStockThreshold);
  }

  /** One query if all is well; the first product that is not the vendor's says why. */
  private void requireOwn(List<ProductId> products, Actor actor) {
    if (actor.admin()) {
      return;
    }
    Map<ProductId, Offer> offers = catalogQueries.offers(products);
    for (ProductId product : products) {
      Offer offer = offers.get(product);
      if (offer == null || !actor.id().equals(offer.vendor())) {
        catalogQueries.requireChangeable(product, actor);
      }
    }
  }

  private void requireOwn(ProductId product, Actor actor) {
    if (!actor.admin()) {
      catalogQueries.requireChangeable(product, actor);
    }
  }
}
