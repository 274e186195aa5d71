package org.orderly.documents;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.ordering.OrderStatus;

/** An order that is not paid for yet, or was called off, has no invoice and nothing to pack. */
public final class DocumentNotIssued extends DomainException {

  private static final long serialVersionUID = 1L;

  DocumentNotIssued(OrderStatus status) {
    super(
        Kind.CONFLICT,
        "document-not-issued",
        "there is no such document for an order that is " + status,
        Map.of("orderStatus", status.name()));
  }

  /** Lets orders through that are confirmed and not called off. */
  static void requireIssuable(OrderStatus status) {
    if (status == OrderStatus.PLACED || status == OrderStatus.CANCELLED) {
      throw new DocumentNotIssued(status);
    }
  }
}
