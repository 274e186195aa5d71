package org.orderly.notification.webhook;

import org.orderly.kernel.DomainException;

/** There are as many webhooks as a shop may have. */
final class TooManyWebhooks extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyWebhooks(int most) {
    super(
        Kind.CONFLICT,
        "too-many-webhooks",
        "there are " + most + " webhooks already: delete one that is no longer needed");
  }
}
