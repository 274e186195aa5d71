package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Writes webhooks down, each change in one transaction with what the audit log is told of it. */
@ApplicationScoped
@Transactional
class WebhookBook {

  private static final Duration BOTH_SECRETS = Duration.ofHours(24);

  private final WebhookRepository webhooks;
  private final DeliveryRepository deliveries;
  private final WebhookSecrets secrets;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  WebhookBook(
      WebhookRepository webhooks,
      DeliveryRepository deliveries,
      WebhookSecrets secrets,
      @Domain("notification") Outbox outbox,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.outbox = outbox;
    this.clock = clock;
  }

  NewWebhook add(WebhookDraft draft) {
    if (webhooks.lockCreationAndCount() >= Webhooks.MOST) {
      throw new TooManyWebhooks(Webhooks.MOST);
    }
    UUID id = UuidV7.next();
    String secret = secrets.generate();
    Webhook webhook = new Webhook(id, draft, secrets.seal(secret, id), clock.instant());
    webhooks.add(webhook);
    WebhookView created = webhook.view();
    note("webhook.created", id, null, created.noted());
    return NewWebhook.of(created, secret);
  }

  WebhookView change(UUID id, String url, Collection<String> events, String description) {
    Webhook webhook = locked(id);
    WebhookView before = webhook.view();
    webhook.change(
        WebhookDraft.of(
            url == null ? before.url() : url,
            events == null ? before.events() : events,
            description == null ? before.description() : description),
        clock.instant());
    return noted("webhook.changed", before, webhook);
  }

  void remove(UUID id) {
    Webhook webhook = locked(id);
    webhooks.remove(webhook);
    note("webhook.deleted", id, webhook.view().noted(), null);
  }

  WebhookView pause(UUID id) {
    Webhook webhook = locked(id);
    WebhookView before = webhook.view();
    return webhook.pause(Webhook.PausedBy.ADMIN, clock.instant())
        ? noted("webhook.paused", before, webhook)
        : before;
  }

  WebhookView resume(UUID id) {
    Webhook webhook = locked(id);
    WebhookView before = webhook.view();
    return webhook.resume(clock.instant()) ? noted("webhook.resumed", before, webhook) : before;
  }

  RotatedSecret rotate(UUID id) {
    Webhook webhook = locked(id);
    String secret = secrets.generate();
    Instant now = clock.instant();
    Instant until = now.plus(BOTH_SECRETS);
    webhook.rotateSecret(secrets.seal(secret, id), until, now);
    note("webhook.secret-rotated", id, null, Map.of("oldSecretUntil", until));
    return new RotatedSecret(id, secret, until);
  }

  DeliveryView ping(UUID id) {
    locked(id);
    EventBody body = EventBody.ping(id, clock.instant());
    UUID delivery = deliveries.addPing(id, body);
    note("webhook.pinged", id, null, Map.of("eventId", body.id()));
    return deliveries.find(id, delivery).orElseThrow().delivery();
  }

  DeliveryView replay(UUID webhook, UUID delivery) {
    if (!deliveries.replay(webhook, delivery)) {
      throw new UnknownDelivery(delivery);
    }
    note("webhook.replayed", webhook, null, Map.of("deliveryId", delivery));
    return deliveries.find(webhook, delivery).orElseThrow().delivery();
  }

  private Webhook locked(UUID id) {
    return webhooks.locked(id).orElseThrow(() -> new UnknownWebhook(id));
  }

  private WebhookView noted(String action, WebhookView before, Webhook changed) {
    WebhookView after = changed.view();
    note(action, before.id(), before.noted(), after.noted());
    return after;
  }

  private void note(String action, UUID id, Object before, Object after) {
    outbox.append(AuditNote.of(clock, action, id.toString(), before, after));
  }
}
