package org.orderly.notification.webhook;

import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.DomainException;

/** The webhook has no delivery with this id, or has it no longer. */
final class UnknownDelivery extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownDelivery(UUID id) {
    super(
        Kind.NOT_FOUND,
        "unknown-delivery",
        "there is no such delivery",
        Map.of("deliveryId", id.toString()));
  }
}
