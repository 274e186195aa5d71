package org.orderly.notification.backinstock;

import org.orderly.kernel.DomainException;

/** A shopper waits for as many products as one may, or a product is awaited by as many. */
public final class TooManyBackInStockRequests extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyBackInStockRequests() {
    super(
        Kind.CONFLICT,
        "too-many-back-in-stock-requests",
        "you wait for many products, or many wait for this one: withdraw a request first, or try"
            + " again later");
  }
}
