package org.orderly.catalog;

import java.sql.SQLException;
import org.orderly.kernel.DomainException;

/** The catalogue's database did not answer. */
final class CatalogUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  CatalogUnavailable(SQLException cause) {
    super(Kind.UNAVAILABLE, "catalog-unavailable", "the catalogue is not available");
    initCause(cause);
  }
}
