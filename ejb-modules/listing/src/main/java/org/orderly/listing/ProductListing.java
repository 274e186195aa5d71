package org.orderly.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.Actor;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.catalog.ProductView;
import org.orderly.inventory.Stock;
import org.orderly.inventory.adjustment.StockAdjustments;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * What the shop sells: a product and its stock, always both.
 *
 * <p>Each method that changes something is one transaction over the catalog and inventory
 * databases, decided in the ordering database.
 */
@ApplicationScoped
@Transactional
public class ProductListing {

  private final ProductEditor editor;
  private final Stock stock;
  private final StockAdjustments adjustments;
  private final DomainDatabase database;

  @Inject
  ProductListing(
      ProductEditor editor,
      Stock stock,
      StockAdjustments adjustments,
      @Domain(Domain.DECIDING) DomainDatabase database) {
    this.editor = editor;
    this.stock = stock;
    this.adjustments = adjustments;
    this.database = database;
  }

  /**
   * Puts a product on sale and opens its stock.
   *
   * @param owner the vendor it belongs to; {@code null} for the shop itself
   * @param lowStockThreshold availability at which admins are warned; {@code null} for never
   * @throws org.orderly.catalog.SkuTaken if a product on sale has the sku
   * @throws org.orderly.inventory.QuantityTooFine if a quantity has more decimals than the scale
   */
  public ProductView list(
      ProductDraft draft,
      @Nullable UserId owner,
      Quantity initialStock,
      @Nullable Quantity lowStockThreshold) {
    database.enlist();
    ProductView product = editor.add(draft, owner);
    stock.open(product.id(), draft.quantityScale(), initialStock, lowStockThreshold);
    return product;
  }

  /**
   * Rewrites a product and its warning threshold; its stock stays what it is.
   *
   * @throws org.orderly.catalog.ProductNotFound if it is not on sale
   * @throws org.orderly.catalog.NotYourProduct if it belongs to another vendor
   */
  public ProductView replace(
      ProductId id, ProductDraft draft, @Nullable Quantity lowStockThreshold, Actor actor) {
    database.enlist();
    ProductView product = editor.replace(id, draft, actor);
    stock.threshold(id, lowStockThreshold);
    return product;
  }

  /**
   * Rewrites a product and its warning threshold, and sets what is on hand, all or none.
   *
   * @param onHand {@code null} to leave the stock what it is
   * @return whether the stock changed
   * @throws org.orderly.inventory.StockBelowReserved if more is reserved for orders
   */
  public boolean replaceWithStock(
      ProductId id,
      ProductDraft draft,
      @Nullable Quantity onHand,
      @Nullable Quantity lowStockThreshold,
      Actor actor) {
    database.enlist();
    editor.requireReplaceable(id, draft, actor);
    // by SQL, so before the row is loaded as an entity
    boolean changed = onHand != null && adjustments.set(id, onHand, "import");
    replace(id, draft, lowStockThreshold, actor);
    return changed;
  }

  /**
   * Looks whether a product could be listed so, and changes nothing.
   *
   * @throws org.orderly.inventory.QuantityTooFine if a quantity has more decimals than the scale
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public void requireListable(
      ProductDraft draft, Quantity initialStock, @Nullable Quantity lowStockThreshold) {
    stock.requireOpenable(draft.quantityScale(), initialStock, lowStockThreshold);
  }

  /**
   * Looks whether {@link #replaceWithStock} would do it, and changes nothing.
   *
   * @return whether the stock would change
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public boolean requireReplaceable(
      ProductId id,
      ProductDraft draft,
      @Nullable Quantity onHand,
      @Nullable Quantity lowStockThreshold,
      Actor actor) {
    editor.requireReplaceable(id, draft, actor);
    return stock.requireSettable(id, onHand, lowStockThreshold);
  }

  /** Takes a product off sale; what is in stock and promised of it stays on record. */
  public void withdraw(ProductId id, Actor actor) {
    editor.withdraw(id, actor);
  }
}
