package org.orderly.catalog.category;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** The category was changed since the caller read it. */
public final class CategoryEditedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  CategoryEditedMeanwhile(long version) {
    super(
        Kind.CONFLICT,
        "version-conflict",
        "the category has changed since it was read",
        Map.of("currentVersion", version));
  }
}
