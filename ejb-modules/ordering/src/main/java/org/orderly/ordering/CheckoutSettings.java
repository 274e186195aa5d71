package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.platform.group.GroupLimits;

/** Limits of the groups in which orders are placed. */
@ApplicationScoped
class CheckoutSettings {

  /** Requests that wait; each holds a request thread, and the next one is refused. */
  private static final int QUEUE_MAX = 512;

  private static final int LINES_MAX = 512;
  private static final int ORDERS_OF_BUYER_MAX = 4;
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private final GroupLimits limits;

  /**
   * @param lanes groups of this instance that commit at the same time
   * @param ordersMax orders of a group; 1 commits each order alone
   */
  @Inject
  CheckoutSettings(
      @ConfigProperty(name = "orderly.checkout.lanes", defaultValue = "1") int lanes,
      @ConfigProperty(name = "orderly.checkout.group.max", defaultValue = "32") int ordersMax) {
    this.limits =
        new GroupLimits(lanes, QUEUE_MAX, ordersMax, LINES_MAX, ORDERS_OF_BUYER_MAX, WAIT_MAX);
  }

  GroupLimits limits() {
    return limits;
  }
}
