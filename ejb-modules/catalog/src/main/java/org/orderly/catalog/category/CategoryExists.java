package org.orderly.catalog.category;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** Another category has this path already. */
final class CategoryExists extends DomainException {

  private static final long serialVersionUID = 1L;

  CategoryExists(String path) {
    super(
        Kind.CONFLICT,
        "category-exists",
        "another category has the path " + path,
        Map.of("path", path));
  }
}
