package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryPaths;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/**
 * Changes what is on sale.
 *
 * <p>Every method joins the caller's transaction, or opens one over the catalogue alone. Selling
 * needs stock as well: whoever lists a product does it together with its stock.
 */
@ApplicationScoped
@Transactional
public class ProductEditor {

  private final ProductRepository productRepository;
  private final CategoryPaths categories;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  ProductEditor(
      ProductRepository productRepository,
      CategoryPaths categories,
      @Domain("catalog") Outbox outbox,
      Clock clock) {
    this.productRepository = productRepository;
    this.categories = categories;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Puts a product on sale; its categories are made if there are none of these names.
   *
   * @param owner the vendor it belongs to; {@code null} for the shop itself
   * @throws SkuTaken if a live product has the sku
   */
  public ProductView add(ProductDraft draft, @Nullable UserId owner) {
    Long category = categories.at(draft.categoryPath());
    Product product = new Product(draft, owner, category, clock.instant());
    productRepository.add(product);
    outbox.append(
        new ProductListed(
            UuidV7.next(),
            clock.instant(),
            product.id(),
            product.sku(),
            product.name(),
            product.price(),
            product.quantityScale()));
    note("product.listed", product, null, product.facts());
    return product.in(draft.categoryPath());
  }

  /**
   * Rewrites a product; writing what it already is changes nothing and tells nobody.
   *
   * @throws ProductNotFound if it is unknown or withdrawn
   * @throws NotYourProduct if it belongs to somebody else
   * @throws ProductEditedMeanwhile if the draft is based on another version
   * @throws QuantityScaleFixed if the draft has another quantity scale
   * @throws SkuTaken if another live product has the sku
   */
  public ProductView replace(ProductId id, ProductDraft draft, Actor actor) {
    Product product = productRepository.live(id);
    product.requireChangeableBy(actor);
    ProductFacts before = product.facts();
    Long category = categories.at(draft.categoryPath());
    if (product.rewrite(draft, category, clock.instant())) {
      productRepository.write(product);
      outbox.append(
          new ProductChanged(
              UuidV7.next(),
              clock.instant(),
              id,
              product.sku(),
              product.name(),
              product.price(),
              product.quantityScale()));
      note("product.replaced", product, before, product.facts());
    }
    return product.in(draft.categoryPath());
  }

  /**
   * Takes a product off sale for good. Its sku becomes free; orders keep their own copy of its
   * data.
   *
   * @throws ProductNotFound if it is unknown or withdrawn already
   * @throws NotYourProduct if it belongs to somebody else
   */
  public void withdraw(ProductId id, Actor actor) {
    Product product = productRepository.live(id);
    product.requireChangeableBy(actor);
    product.withdraw(clock.instant());
    productRepository.write(product);
    outbox.append(new ProductWithdrawn(UuidV7.next(), clock.instant(), id, product.sku()));
    note("product.withdrawn", product, product.facts(), null);
  }

  private void note(
      String action, Product product, @Nullable ProductFacts before, @Nullable ProductFacts after) {
    outbox.append(AuditNote.of(clock, action, product.id().toString(), before, after));
  }

  /**
   * Looks whether a product may be rewritten so, and changes nothing.
   *
   * @throws ProductNotFound if it is unknown or withdrawn
   * @throws NotYourProduct if it belongs to somebody else
   * @throws QuantityScaleFixed if the draft has another quantity scale
   */
  public void requireReplaceable(ProductId id, ProductDraft draft, Actor actor) {
    Product product = productRepository.live(id);
    product.requireChangeableBy(actor);
    product.requireScale(draft);
  }

  /** The live product with exactly this sku. */
  public Optional<ProductId> findBySku(String sku) {
    return productRepository.liveBySku(sku).map(Product::id);
  }
}
