package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Makes, changes and ends webhooks. Whether the caller may do so is checked at the edge: admins
 * only. Every change is one transaction with its note for the audit log.
 */
@ApplicationScoped
public class Webhooks {

  /** A shop may have so many. */
  public static final int MOST = 50;

  private final WebhookBook book;
  private final WebhookRepository webhooks;
  private final WebhookTargets webhookTargets;

  @Inject
  Webhooks(WebhookBook book, WebhookRepository webhooks, WebhookTargets webhookTargets) {
    this.book = book;
    this.webhooks = webhooks;
    this.webhookTargets = webhookTargets;
  }

  /**
   * Makes a webhook, which is told whatever happens after this returns. Not idempotent.
   *
   * @param events types, or {@code *}
   * @param description for the admins; may be {@code null}
   * @throws TargetRefused if nothing would be sent there
   * @throws TooManyWebhooks if there are {@value #MOST}
   */
  public NewWebhook create(String url, Collection<String> events, String description) {
    WebhookDraft draft = WebhookDraft.of(url, events, description);
    webhookTargets.admit(draft.target());
    NewWebhook made = book.add(draft);
    WebhookSubscriptions.awaitEverywhere();
    return made;
  }

  /** All of them, newest first. */
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
   * Changes what is not {@code null}.
   *
   * @throws UnknownWebhook if there is none with this id
   * @throws TargetRefused if nothing would be sent there
   */
  public WebhookView change(UUID id, String url, Collection<String> events, String description) {
    if (url != null) {
      webhookTargets.admit(TargetUrl.parse(url.strip()));
    }
    WebhookView changed = book.change(id, url, events, description);
    WebhookSubscriptions.awaitEverywhere();
    return changed;
  }

  /**
   * Ends a webhook, and forgets its deliveries.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public void remove(UUID id) {
    book.remove(id);
  }

  /**
   * Sends nothing more until it is resumed; what happens meanwhile waits, for three days. Does
   * nothing to one that is paused.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public WebhookView pause(UUID id) {
    return book.pause(id);
  }

  /**
   * Sends again, beginning with what waits. Does nothing to one that is active.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public WebhookView resume(UUID id) {
    return book.resume(id);
  }

  /**
   * Gives it a new secret. For a day bodies are signed with both.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public RotatedSecret rotate(UUID id) {
    return book.rotate(id);
  }

  /**
   * Sends it an event that says nothing, as all others are sent.
   *
   * @throws UnknownWebhook if there is none with this id
   */
  public DeliveryView ping(UUID id) {
    return book.ping(id);
  }
}
