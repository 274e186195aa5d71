package org.orderly.notification.webhook.payload;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.orderly.kernel.InvalidValue;

/**
 * The types of events that webhooks may subscribe to: those that {@link WebhookPayloads} declares,
 * less the internal ones. What is about accounts, sign-ins and the audit log is never on offer.
 */
public final class WebhookEventTypes {

  /** A subscription to whatever is on offer, now and later. */
  public static final String ALL = "*";

  /** The types on offer. */
  public static final Set<String> TYPES = WebhookPayloads.offered();

  /** What {@link Webhooks#ping} sends; nobody needs to subscribe to it. */
  static final String PING = "Ping";

  private static final int MOST = 50;

  private WebhookEventTypes() {}

  /**
   * The types of a subscription, without repetitions, in the order of the alphabet.
   *
   * @throws InvalidValue if it is empty, too long, or has a type that is not on offer
   */
  public static Set<String> chosen(Collection<String> asked) {
    if (asked.isEmpty() || asked.size() > MOST) {
      throw new InvalidValue("events", "must name 1 to " + MOST + " types of events");
    }
    if (asked.contains(ALL)) {
      return Set.of(ALL);
    }
    for (String type : asked) {
      if (!TYPES.contains(type)) {
        throw new InvalidValue("events", "has a type that is not on offer; on offer are " + all());
      }
    }
    return new TreeSet<>(asked);
  }

  private static String all() {
    return String.join(", ", new TreeSet<>(TYPES));
  }
}
