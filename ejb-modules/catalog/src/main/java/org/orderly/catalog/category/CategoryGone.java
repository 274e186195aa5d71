package org.orderly.catalog.category;

import org.orderly.kernel.DomainException;

/** The category that a product was put into was deleted at the same moment. */
public final class CategoryGone extends DomainException {

  private static final long serialVersionUID = 1L;

  public CategoryGone() {
    super(
        Kind.CONFLICT,
        "category-gone",
        "the category was deleted meanwhile; send the product again to have it made anew");
  }
}
