package org.orderly.notification.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.orderly.kernel.UuidV7;
import org.orderly.notification.webhook.sending.TargetUrl;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Pauses webhooks that nothing arrives at. An EJB, since its callers have no transaction. */
@Stateless
public class FailingWebhooks {

  @Inject private WebhookRepository webhooks;

  @Inject
  @Domain("notification")
  private Outbox outbox;

  @Inject private Clock clock;

  /** Public, since the EJB container finds no other. */
  public FailingWebhooks() {}

  /** Pauses it and tells that, in one transaction; does nothing to one that is paused or gone. */
  public void pause(UUID id) {
    webhooks
        .locked(id)
        .filter(webhook -> webhook.pause(Webhook.PausedBy.FAILURES, clock.instant()))
        .map(Webhook::view)
        .ifPresent(this::tell);
  }

  private void tell(WebhookView paused) {
    Instant now = clock.instant();
    outbox.append(
        new WebhookPaused(
            UuidV7.next(),
            now,
            paused.id(),
            TargetUrl.parse(paused.url()).host(),
            // a success meanwhile has ended the row of failures
            Objects.requireNonNullElse(paused.failingSince(), now)));
  }
}
