package org.orderly.catalog.category;

import org.orderly.kernel.DomainException;

/** A category was to be moved into itself, or below itself. */
final class CategoryCycle extends DomainException {

  private static final long serialVersionUID = 1L;

  CategoryCycle() {
    super(Kind.RULE_BROKEN, "category-cycle", "a category cannot be in or below itself");
  }
}
