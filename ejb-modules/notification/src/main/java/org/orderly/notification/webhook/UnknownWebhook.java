package org.orderly.notification.webhook;

import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no webhook with this id. */
final class UnknownWebhook extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownWebhook(UUID id) {
    super(
        Kind.NOT_FOUND,
        "unknown-webhook",
        "there is no such webhook",
        Map.of("webhookId", id.toString()));
  }
}
