package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UuidV7;
import org.orderly.notification.webhook.payload.EventBody;
import org.orderly.notification.webhook.sending.TargetUrl;
import org.orderly.notification.webhook.sending.WebhookSecrets;
import org.orderly.notification.webhook.sending.WebhookTargets;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Transactions;

/**
 * Creates, changes and deletes webhooks. Whether the caller may do so is checked at the edge:
 * admins only. Every change is one transaction together with its entry for the audit log.
 */
@ApplicationScoped
public class Webhooks {

  /** The number of webhooks that a shop may have. */
  public static final int MOST = 50;

  /** The time in which bodies are signed with the old secret as well. */
  private static final Duration BOTH_SECRETS = Duration.ofHours(24);

  private final Transactions transactions;
  private final WebhookRepository webhooks;
  private final WebhookTargets webhookTargets;
  private final DeliveryRepository deliveries;
  private final WebhookSecrets secrets;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Webhooks(
      Transactions transactions,
      WebhookRepository webhooks,
      WebhookTargets webhookTargets,
      DeliveryRepository deliveries,
      WebhookSecrets secrets,
      @Domain("notification") Outbox outbox,
      Clock clock) {
    this.transactions = transactions;
    this.webhooks = webhooks;
    this.webhookTargets = webhookTargets;
    this.deliveries = deliveries;
    this.secrets = secrets;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Creates a webhook, which receives the events from the moment this returns. Not idempotent.
   *
   * @param events types, or {@code *}
   * @param description for the admins; may be {@code null}
   * @throws TargetRefused if nothing may be sent to the URL
   * @throws TooManyWebhooks if there are {@value #MOST}
   */
  public NewWebhook create(String url, Collection<String> events, @Nullable String description) {
    WebhookDraft draft = WebhookDraft.of(url, events, description);
    // resolves the host name, so not inside the transaction
    webhookTargets.admit(draft.target());
    NewWebhook created = transactions.required(() -> add(draft));
    WebhookSubscriptions.awaitEverywhere();
    return created;
  }

  NewWebhook add(WebhookDraft draft) {
    if (webhooks.lockCreationAndCount() >= MOST) {
      throw new TooManyWebhooks(MOST);
    }
    UUID id = UuidV7.next();
    String secret = secrets.generate();
    Webhook webhook = new Webhook(id, draft, secrets.seal(secret, id), clock.instant());
    webhooks.add(webhook);
    WebhookView created = webhook.view();
    note("webhook.created", id, null, created.noted());
    return NewWebhook.of(created, secret);
  }

  /** All webhooks, newest first. */
  public List<WebhookView> list() {
    return webhooks.all().stream().map(Webhook::view).toList();
  }

  /**
   * @throws UnknownWebhook if there is none with this id
   */
  public WebhookView one(UUID id) {
    return webhooks.find(id).map(Webhook::view).orElseThrow(() -> new UnknownWebhook(id));
  }

  /**
   * Changes the members that are not {@code null}.
   *
   * @throws UnknownWebhook if there is none with this id
   * @throws TargetRefused if nothing may be sent to the URL
   */
  public WebhookView change(
      UUID id,
      @Nullable String url,
      @Nullable Collection<String> events,
      @Nullable String description) {
    if (url != null) {
      webhookTargets.admit(TargetUrl.parse(url.strip()));
    }
    WebhookView changed = transactions.required(() -> apply(id, url, events, description));
    WebhookSubscriptions.awaitEverywhere();
    return changed;
  }

  private WebhookView apply(
      UUID id,
      @Nullable String url,
      @Nullable Collection<String> events,
      @Nullable String description) {
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

  /**
   * Deletes a webhook with its deliveries.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public void remove(UUID id) {
    transactions.required(
        () -> {
          Webhook webhook = locked(id);
          webhooks.remove(webhook);
          note("webhook.deleted", id, webhook.view().noted(), null);
        });
  }

  /**
   * Sends nothing more until the webhook is resumed; events wait in the queue meanwhile, for at
   * most three days. Does nothing if it is paused already.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public WebhookView pause(UUID id) {
    return transactions.required(
        () -> {
          Webhook webhook = locked(id);
          WebhookView before = webhook.view();
          return webhook.pause(Webhook.PausedBy.ADMIN, clock.instant())
              ? noted("webhook.paused", before, webhook)
              : before;
        });
  }

  /**
   * Sends again, beginning with the events that wait. Does nothing if it is active already.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public WebhookView resume(UUID id) {
    return transactions.required(
        () -> {
          Webhook webhook = locked(id);
          WebhookView before = webhook.view();
          return webhook.resume(clock.instant())
              ? noted("webhook.resumed", before, webhook)
              : before;
        });
  }

  /**
   * Replaces the secret. For a day bodies are signed with both.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public RotatedSecret rotate(UUID id) {
    return transactions.required(
        () -> {
          Webhook webhook = locked(id);
          String secret = secrets.generate();
          Instant now = clock.instant();
          Instant until = now.plus(BOTH_SECRETS);
          webhook.rotateSecret(secrets.seal(secret, id), until, now);
          note("webhook.secret-rotated", id, null, Map.of("oldSecretUntil", until));
          return new RotatedSecret(id, secret, until);
        });
  }

  /**
   * Sends a test event without content, in the same way as all others.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public DeliveryView ping(UUID id) {
    return transactions.required(
        () -> {
          locked(id);
          EventBody body = EventBody.ping(id, clock.instant());
          UUID delivery = deliveries.addPing(id, body);
          note("webhook.pinged", id, null, Map.of("eventId", body.id()));
          return deliveries.find(id, delivery).orElseThrow().delivery();
        });
  }

  /**
   * Queues a delivery again. {@link WebhookDeliveries} wakes the senders afterwards.
   *
   * @throws UnknownDelivery if the webhook has none with this id
   */
  DeliveryView replay(UUID webhook, UUID delivery) {
    return transactions.required(
        () -> {
          if (!deliveries.replay(webhook, delivery)) {
            throw new UnknownDelivery(delivery);
          }
          note("webhook.replayed", webhook, null, Map.of("deliveryId", delivery));
          return deliveries.find(webhook, delivery).orElseThrow().delivery();
        });
  }

  private Webhook locked(UUID id) {
    return webhooks.locked(id).orElseThrow(() -> new UnknownWebhook(id));
  }

  private WebhookView noted(String action, WebhookView before, Webhook changed) {
    WebhookView after = changed.view();
    note(action, before.id(), before.noted(), after.noted());
    return after;
  }

  private void note(String action, UUID id, @Nullable Object before, @Nullable Object after) {
    outbox.append(AuditNote.of(clock, action, id.toString(), before, after));
  }
}
