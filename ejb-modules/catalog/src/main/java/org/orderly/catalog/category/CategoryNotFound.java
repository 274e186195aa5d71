package org.orderly.catalog.category;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no such category. */
final class CategoryNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  CategoryNotFound(UUID id) {
    super(Kind.NOT_FOUND, "category-not-found", "there is no category " + id);
  }
}
