package org.orderly.notification.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Pauses webhooks that nothing arrives at. An EJB, since its callers have no transaction. */
@Stateless
public class FailingWebhooks {

  @Inject private WebhookTable webhooks;

  @Inject
  @ForDomain("notification")
  private Outbox outbox;

  @Inject private Clock clock;

  /** Public, since the EJB container finds no other. */
  public FailingWebhooks() {}

  /** Pauses it and tells that, in one transaction; does nothing to one that is paused or gone. */
  public void pause(UUID id) {
    WebhookView webhook = webhooks.locked(id).orElse(null);
    if (webhook == null || !webhooks.pause(id, "FAILURES")) {
      return;
    }
    outbox.append(
        new WebhookPaused(
            UuidV7.next(),
            clock.instant(),
            id,
            TargetUrl.parse(webhook.url()).host(),
            webhook.failingSince()));
  }
}
