package org.orderly.notification.webhook.sending;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.platform.crypto.SecretBox;

/** Secrets can be neither kept nor used; nothing is sent unsigned. */
public final class SecretsUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SecretsUnavailable.class.getName());

  SecretsUnavailable(SecretBox.Shut cause) {
    super(Kind.UNAVAILABLE, "webhook-secrets-unavailable", "webhooks cannot be signed now");
    initCause(cause);
    LOG.log(Level.SEVERE, () -> "webhooks cannot be signed: " + cause.getMessage());
  }
}
