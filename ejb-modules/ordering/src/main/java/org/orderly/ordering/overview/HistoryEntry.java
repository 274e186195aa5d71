package org.orderly.ordering.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderly.ordering.OrderStatus;
import org.orderly.platform.request.RequestContext;

/**
 * One step of an order's life.
 *
 * @param step counted from 0
 * @param event what happened, by the name of the event that told it
 * @param from the status before; {@code null} for the step that placed the order
 * @param to the status after; the same as before for facts that leave it alone
 * @param actor who did it: for the shop the id of the user or program, or {@code system}; for
 *     buyers {@code buyer} or {@code shop}
 * @param reason as it was given; {@code null} if none was
 */
public record HistoryEntry(
    int step,
    String event,
    @Nullable OrderStatus from,
    OrderStatus to,
    Instant at,
    String actor,
    @Nullable String reason) {

  /**
   * As its buyer sees it, to whom it matters only whether it was they. Nobody but the guest changes
   * an order without an account.
   */
  HistoryEntry seenBy(String buyer) {
    String who = actor.equals(buyer) || actor.equals(RequestContext.ANONYMOUS) ? "buyer" : "shop";
    return new HistoryEntry(step, event, from, to, at, who, reason);
  }
}
