package org.orderly.web.orders;

import org.orderly.ordering.tracking.OrderSubscriber;
import org.orderly.ordering.tracking.TrackedStep;

/** A guest's subscriber, which ends as soon as an account has adopted the order. */
record UntilAdopted(OrderSubscriber subscriber) implements OrderSubscriber {

  @Override
  public boolean isOpen() {
    return subscriber.isOpen();
  }

  @Override
  public boolean tell(TrackedStep step) {
    if (step.type().equals("OrderAdopted")) {
      subscriber.close();
      return false;
    }
    return subscriber.tell(step);
  }

  @Override
  public boolean beat() {
    return subscriber.beat();
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
