package org.orderly.notification.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.orderly.kernel.UuidV7;
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
    Webhook webhook = webhooks.locked(id).orElse(null);
    if (webhook == null || !webhook.pause(Webhook.PausedBy.FAILURES, clock.instant())) {
      return;
    }
    WebhookView paused = webhook.view();
    outbox.append(
        new WebhookPaused(
            UuidV7.next(),
            clock.instant(),
            id,
            TargetUrl.parse(paused.url()).host(),
            paused.failingSince()));
  }
}
