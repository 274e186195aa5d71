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
import org.orderly.messaging.AuditNote;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Writes webhooks down, each change in one transaction with what the audit log is told of it. */
@ApplicationScoped
@Transactional
class WebhookBook {

  private static final Duration BOTH_SECRETS = Duration.ofHours(24);

  private final WebhookTable webhooks;
  private final DeliveryTable deliveries;
  private final WebhookSecrets secrets;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  WebhookBook(
      WebhookTable webhooks,
      DeliveryTable deliveries,
      WebhookSecrets secrets,
      @ForDomain("notification") Outbox outbox,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.outbox = outbox;
    this.clock = clock;
  }

  NewWebhook add(WebhookDraft draft) {
    if (webhooks.lockMakingAndCount() >= Webhooks.MOST) {
      throw new TooManyWebhooks(Webhooks.MOST);
    }
    UUID id = UuidV7.next();
    String secret = secrets.generate();
    webhooks.add(id, draft, secrets.seal(secret, id), clock.instant());
    WebhookView made = webhooks.find(id).orElseThrow();
    note("webhook.created", id, null, made.noted());
    return NewWebhook.of(made, secret);
  }

  WebhookView change(UUID id, String url, Collection<String> events, String description) {
    WebhookView before = locked(id);
    WebhookDraft draft =
        WebhookDraft.of(
            url == null ? before.url() : url,
            events == null ? before.events() : events,
            description == null ? before.description() : description);
    webhooks.change(id, draft);
    return noted("webhook.changed", before);
  }

  void remove(UUID id) {
    WebhookView before = locked(id);
    webhooks.remove(id);
    note("webhook.deleted", id, before.noted(), null);
  }

  WebhookView pause(UUID id) {
    WebhookView before = locked(id);
    return webhooks.pause(id, "ADMIN") ? noted("webhook.paused", before) : before;
  }

  WebhookView resume(UUID id) {
    WebhookView before = locked(id);
    return webhooks.resume(id) ? noted("webhook.resumed", before) : before;
  }

  RotatedSecret rotate(UUID id) {
    locked(id);
    String secret = secrets.generate();
    Instant until = clock.instant().plus(BOTH_SECRETS);
    webhooks.rotate(id, secrets.seal(secret, id), until);
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

  private WebhookView locked(UUID id) {
    return webhooks.locked(id).orElseThrow(() -> new UnknownWebhook(id));
  }

  private WebhookView noted(String action, WebhookView before) {
    WebhookView after = webhooks.find(before.id()).orElseThrow();
    note(action, before.id(), before.noted(), after.noted());
    return after;
  }

  private void note(String action, UUID id, Object before, Object after) {
    outbox.append(AuditNote.of(clock, action, id.toString(), before, after));
  }
}
