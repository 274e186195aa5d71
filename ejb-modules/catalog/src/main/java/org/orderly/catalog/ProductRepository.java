package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.orderly.catalog.category.CategoryGone;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.kernel.ProductId;

/** The products as aggregates, for changing them. */
@ApplicationScoped
class ProductRepository {

  private static final String SKU_IS_ITS_OWN = "product_live_sku";
  private static final String CATEGORY_IS_THERE = "product_category_id_fkey";

  @PersistenceContext(unitName = "catalog")
  private EntityManager database;

  @Inject private CatalogRevision revision;

  /**
   * @throws ProductNotFound if there is none, or it was withdrawn
   */
  Product live(ProductId id) {
    Product product = database.find(Product.class, id.value());
    if (product == null || product.isWithdrawn()) {
      throw new ProductNotFound(id);
    }
    return product;
  }

  Optional<Product> liveBySku(String sku) {
    return database
        .createQuery(
            "select p from Product p where p.sku = :sku and p.withdrawnAt is null", Product.class)
        .setParameter("sku", sku)
        .getResultStream()
        .findFirst();
  }

  void add(Product product) {
    database.persist(product);
    write(product);
  }

  /**
   * Writes a change now, so that the database's objections are heard while there is a name for
   * them.
   *
   * @throws SkuTaken if another live product has the sku
   * @throws CategoryGone if the category was deleted meanwhile
   */
  void write(Product product) {
    try {
      database.flush();
      revision.riseAfterTransaction();
    } catch (PersistenceException e) {
      if (breaks(SKU_IS_ITS_OWN, e)) {
        throw new SkuTaken(product.sku());
      }
      if (breaks(CATEGORY_IS_THERE, e)) {
        throw new CategoryGone();
      }
      throw e;
    }
  }

  private static boolean breaks(String constraint, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException violation
          && constraint.equals(violation.getConstraintName())) {
        return true;
      }
    }
    return false;
  }
}
