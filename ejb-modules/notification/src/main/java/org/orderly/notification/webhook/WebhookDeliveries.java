package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;

/** Reads and replays the deliveries of webhooks, which are kept for 30 days. Admins only. */
@ApplicationScoped
public class WebhookDeliveries {

  private static final Set<String> STATUSES = Set.of("PENDING", "DELIVERED", "DEAD");

  /** Sorts after every version 7 id. */
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final Webhooks webhooks;
  private final DeliveryRepository deliveries;
  private final DeliveryQueueRepository queue;

  @Inject
  WebhookDeliveries(
      Webhooks webhooks, DeliveryRepository deliveries, DeliveryQueueRepository queue) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.queue = queue;
  }

  /**
   * A page of a webhook's deliveries, newest first.
   *
   * @param status one of the three, or {@code null} for any
   * @param type of events, or {@code null} for any
   * @param cursor where the page begins; {@code null} for the first
   * @throws UnknownWebhook if there is none with this id
   * @throws InvalidValue if the status or the cursor is not valid
   */
  public Page<DeliveryView> of(
      UUID webhook,
      @Nullable String status,
      @Nullable String type,
      Limit limit,
      @Nullable String cursor) {
    webhooks.one(webhook);
    if (status != null && !STATUSES.contains(status)) {
      throw new InvalidValue("status", "is none of PENDING, DELIVERED and DEAD");
    }
    List<DeliveryView> found =
        deliveries.before(webhook, status, type, position(cursor), limit.withLookahead());
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<DeliveryView> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).id().toString()));
  }

  /**
   * @throws UnknownDelivery if the webhook has none with this id
   */
  public DeliveryDetail one(UUID webhook, UUID delivery) {
    return deliveries.find(webhook, delivery).orElseThrow(() -> new UnknownDelivery(delivery));
  }

  /**
   * Sends a delivery again, the same bytes under the same event id. A delivered or dead one gets
   * all its attempts again; a pending one is sent at once.
   *
   * @throws UnknownDelivery if the webhook has none with this id
   */
  public DeliveryView replay(UUID webhook, UUID delivery) {
    DeliveryView again = webhooks.replay(webhook, delivery);
    queue.ring();
    return again;
  }

  private static UUID position(@Nullable String cursor) {
    try {
      return cursor == null ? AFTER_ALL : UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
