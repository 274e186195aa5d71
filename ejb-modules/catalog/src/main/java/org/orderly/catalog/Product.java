package org.orderly.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryPath;
import org.orderly.catalog.words.IndexedText;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;

/**
 * Something on sale.
 *
 * <p>Listed once, then rewritten any number of times, then withdrawn for good. Its sku, texts,
 * price, category and picture may change; its id, its owner and its quantity scale never do,
 * because stock and orders count on them.
 */
@Entity
@Table(name = "product")
class Product {

  @Id private UUID id;
  private String sku;
  private String name;
  private String description;
  private @Nullable String brand;

  @Column(name = "price_minor")
  private long priceMinor;

  @Column(name = "price_currency")
  private String priceCurrency;

  @Column(name = "category_id")
  private @Nullable Long categoryId;

  @Column(name = "image_url")
  private @Nullable String imageUrl;

  @Column(name = "quantity_scale", updatable = false)
  private int quantityScale;

  @Column(updatable = false)
  private @Nullable UUID owner;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  /** What searches find it by, made of its texts whenever they are written. */
  @ColumnTransformer(write = "cast(? as tsvector)")
  private String search;

  @Column(name = "search_source")
  private @Nullable String searchSource;

  @Column(name = "sku_key")
  private String skuKey;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "brand_key")
  private String brandKey;

  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Product() {}

  /**
   * @param owner the vendor it belongs to; {@code null} for the shop itself
   * @param categoryId where the draft's categories lead; {@code null} for nowhere
   */
  Product(ProductDraft draft, @Nullable UserId owner, @Nullable Long categoryId, Instant now) {
    this.id = ProductId.newId().value();
    this.owner = owner == null ? null : owner.value();
    this.quantityScale = draft.quantityScale();
    this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    write(draft, categoryId);
    this.updatedAt = createdAt;
  }

  /**
   * Takes over what the draft says.
   *
   * @return whether that changed anything
   * @throws QuantityScaleFixed if the draft has another quantity scale
   * @throws ProductEditedMeanwhile if the draft is based on another version
   */
  boolean rewrite(ProductDraft draft, @Nullable Long newCategoryId, Instant now) {
    if (draft.basedOn() != null && draft.basedOn() != version) {
      throw new ProductEditedMeanwhile(version);
    }
    requireScale(draft);
    if (isAlready(draft, newCategoryId)) {
      return false;
    }
    write(draft, newCategoryId);
    updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  /**
   * @throws QuantityScaleFixed if the draft has another quantity scale
   */
  void requireScale(ProductDraft draft) {
    if (draft.quantityScale() != quantityScale) {
      throw new QuantityScaleFixed(quantityScale);
    }
  }

  void withdraw(Instant now) {
    withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
    updatedAt = withdrawnAt;
  }

  boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  /**
   * @throws NotYourProduct unless the actor is an admin or the owner
   */
  void requireChangeableBy(Actor actor) {
    if (!actor.admin() && !actor.id().value().equals(owner)) {
      throw new NotYourProduct(id());
    }
  }

  ProductId id() {
    return new ProductId(id);
  }

  String sku() {
    return sku;
  }

  String name() {
    return name;
  }

  Money price() {
    return new Money(priceMinor, Money.currencyOf(priceCurrency));
  }

  int quantityScale() {
    return quantityScale;
  }

  /** The product as shown, in the category that the path leads to. */
  ProductView in(CategoryPath category) {
    return new ProductView(
        id(),
        sku,
        name,
        description,
        brand,
        price(),
        category.names(),
        imageUrl,
        quantityScale,
        version);
  }

  /** As the audit log keeps it. */
  ProductFacts facts() {
    return new ProductFacts(sku, name, description, brand, price(), categoryId, imageUrl, owner);
  }

  private void write(ProductDraft draft, @Nullable Long newCategoryId) {
    sku = draft.sku();
    name = draft.name();
    description = draft.description();
    brand = draft.brand();
    priceMinor = draft.price().minorUnits();
    priceCurrency = draft.price().currency().getCurrencyCode();
    categoryId = newCategoryId;
    imageUrl = draft.imageUrl();
    IndexedText indexed = IndexedText.of(sku, name, brand, description);
    search = indexed.vector();
    searchSource = indexed.source();
    skuKey = indexed.skuKey();
    nameKey = indexed.nameKey();
    brandKey = indexed.brandKey();
  }

  private boolean isAlready(ProductDraft draft, @Nullable Long newCategoryId) {
    return sku.equals(draft.sku())
        && name.equals(draft.name())
        && description.equals(draft.description())
        && Objects.equals(brand, draft.brand())
        && price().equals(draft.price())
        && Objects.equals(categoryId, newCategoryId)
        && Objects.equals(imageUrl, draft.imageUrl());
  }
}
