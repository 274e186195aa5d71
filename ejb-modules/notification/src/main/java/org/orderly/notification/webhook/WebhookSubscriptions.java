package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.orderly.notification.webhook.payload.WebhookEventTypes;

/**
 * Which webhooks want which events, as it was a moment ago: the database is not asked for each of
 * the events, which are many, since webhooks seldom change.
 *
 * <p>Whoever changes them waits for longer than that moment before saying that it is done. So an
 * event that happens after the answer is told by the new rule, on whatever instance it arrives.
 */
@ApplicationScoped
class WebhookSubscriptions {

  private static final Duration MOMENT = Duration.ofMillis(250);

  private final DeliveryRepository deliveries;
  private volatile Known known = new Known(Map.of(), System.nanoTime() - MOMENT.toNanos());

  private record Known(Map<UUID, Set<String>> events, long sinceNanos) {

    boolean isFresh() {
      return System.nanoTime() - sinceNanos < MOMENT.toNanos();
    }
  }

  @Inject
  WebhookSubscriptions(DeliveryRepository deliveries) {
    this.deliveries = deliveries;
  }

  /** The webhooks that want events of a type, also those that are paused for a while. */
  List<UUID> to(String type) {
    return fresh().entrySet().stream()
        .filter(webhook -> wants(webhook.getValue(), type))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean wants(Set<String> events, String type) {
    return events.contains(type) || events.contains(WebhookEventTypes.ALL);
  }

  private Map<UUID, Set<String>> fresh() {
    Known now = known;
    if (!now.isFresh()) {
      long before = System.nanoTime();
      now = new Known(deliveries.wanted(), before);
      known = now;
    }
    return now.events();
  }

  /** Returns when no instance goes by what was before a change that is committed. */
  static void awaitEverywhere() {
    try {
      Thread.sleep(MOMENT.multipliedBy(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
