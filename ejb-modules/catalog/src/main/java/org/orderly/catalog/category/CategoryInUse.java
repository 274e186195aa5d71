package org.orderly.catalog.category;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** Products on sale or other categories are in the category that was to be deleted. */
final class CategoryInUse extends DomainException {

  private static final long serialVersionUID = 1L;

  CategoryInUse(long products, long children) {
    super(
        Kind.CONFLICT,
        "category-in-use",
        "move the products and categories in this category to another one first",
        Map.of("productCount", products, "childCount", children));
  }
}
