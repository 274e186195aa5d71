package org.orderly.ordering.tracking;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.orderly.kernel.Id;

/**
 * The event stream of one subscriber to one order. What is for it waits in a queue until a sender
 * has time; a listener who does not take it is given up, so that it cannot keep the others waiting.
 */
final class OrderStream {

  private static final int MOST_WAITING = 2 * OrderStepQueries.AT_ONCE;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final UUID order;
  private final Id listener;
  private final String site;
  private final OrderSubscriber orderSubscriber;
  private final long end;
  private final Queue<TrackedStep> waiting = new ArrayDeque<>();
  private int seen;
  private boolean sending;
  private boolean over;
  private long since = System.nanoTime() - HEARTBEAT.toNanos();

  /**
   * @param site whose address it is, as in {@link
   *     org.orderly.platform.request.RequestContext#site()}
   * @param seen the last step that the listener knows; -1 for none
   */
  OrderStream(
      UUID order,
      Id listener,
      String site,
      int seen,
      Duration longest,
      OrderSubscriber orderSubscriber) {
    this.order = order;
    this.listener = listener;
    this.site = site;
    this.seen = seen;
    this.orderSubscriber = orderSubscriber;
    this.end = System.nanoTime() + longest.toNanos();
  }

  UUID order() {
    return order;
  }

  Id listener() {
    return listener;
  }

  String site() {
    return site;
  }

  /** The last step that was queued. */
  synchronized int seen() {
    return seen;
  }

  synchronized boolean isOver() {
    return over;
  }

  /** Whether nobody works on it any more either: until then it counts among those that listen. */
  synchronized boolean isGone() {
    return over && !sending;
  }

  /** Takes what is new; an order that is at its end ends the stream after it. */
  synchronized void offer(TrackedStep step) {
    if (step.step() > seen && waiting.size() < MOST_WAITING) {
      seen = step.step();
      waiting.add(step);
    }
  }

  /** Lets a sender work if there is something to send, unless one is at it. */
  synchronized void attend(Executor senders) {
    long now = System.nanoTime();
    if (over) {
      return;
    }
    if (sending) {
      over |= now - since > PATIENCE.toNanos();
    } else if (!waiting.isEmpty() || now > end || now - since > HEARTBEAT.toNanos()) {
      sending = true;
      since = now;
      senders.execute(this::send);
    }
  }

  private void send() {
    boolean goesOn = false;
    try {
      goesOn = orderSubscriber.isOpen() && sendAll();
    } finally {
      synchronized (this) {
        sending = false;
        over |= !goesOn || System.nanoTime() > end;
        since = System.nanoTime();
      }
      if (isOver()) {
        orderSubscriber.close();
      }
    }
  }

  private boolean sendAll() {
    TrackedStep step = next();
    if (step == null) {
      return orderSubscriber.beat();
    }
    boolean goesOn = true;
    while (goesOn && step != null) {
      goesOn = orderSubscriber.tell(step) && !step.to().isFinal();
      step = next();
    }
    return goesOn;
  }

  private synchronized TrackedStep next() {
    return waiting.poll();
  }

  /** Ends it without another word. */
  void close() {
    synchronized (this) {
      over = true;
    }
    orderSubscriber.close();
  }
}
