package org.orderly.ordering.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.orderly.kernel.Id;
import org.orderly.kernel.OrderId;
import org.orderly.platform.request.RequestContext;

/** All order streams of this instance. */
@ApplicationScoped
public class OrderStreams {

  private final OrderStepQueries steps;
  private final TrackingSettings settings;
  private final Set<OrderStream> open = new LinkedHashSet<>();

  @Inject
  OrderStreams(OrderStepQueries steps, TrackingSettings settings) {
    this.steps = steps;
    this.settings = settings;
  }

  /**
   * Lets somebody listen who may; what was missed comes at once.
   *
   * @param listener whose streams are counted together: a user, or for guests their order, since
   *     anybody can order with anybody's address
   * @param seen the last step that the listener knows; -1 for none
   * @param atMost after which the line is closed, if not sooner
   * @throws TooManyStreams if nobody can listen here now
   * @throws StreamLimitReached if the listener, or the address, already does, too often
   */
  public void open(
      OrderId order, Id listener, int seen, Duration atMost, OrderSubscriber orderSubscriber) {
    Duration longest = settings.longest().compareTo(atMost) < 0 ? settings.longest() : atMost;
    synchronized (open) {
      if (open.size() >= settings.streams()) {
        throw new TooManyStreams();
      }
      if (open.stream().filter(one -> one.listener().equals(listener)).count()
          >= settings.streamsEach()) {
        throw new StreamLimitReached(settings.streamsEach());
      }
      String site = RequestContext.current().site();
      if (open.stream().filter(one -> one.site().equals(site)).count()
          >= settings.streamsOfAddress()) {
        throw new StreamLimitReached(settings.streamsOfAddress());
      }
      open.add(new OrderStream(order.value(), listener, site, seen, longest, orderSubscriber));
      open.notifyAll();
    }
  }

  /**
   * Whether there are steps after the last one that somebody knows, which is -1 for none.
   *
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database does not answer
   */
  public boolean hasNews(OrderId order, int seen) {
    return !steps.after(Map.of(order.value(), seen)).isEmpty();
  }

  /** Waits until somebody listens. */
  void awaitListeners() throws InterruptedException {
    synchronized (open) {
      while (open.isEmpty()) {
        open.wait();
      }
    }
  }

  /** Waits for the next look, or for somebody new. */
  void pause(Duration pause) throws InterruptedException {
    synchronized (open) {
      open.wait(pause.toMillis());
    }
  }

  /** Brings everybody what is new, by one statement for all of them. */
  void look() throws SQLException {
    List<OrderStream> listening = current();
    Map<UUID, Integer> seen = new HashMap<>();
    listening.forEach(
        orderStream -> seen.merge(orderStream.order(), orderStream.seen(), Math::min));
    List<TrackedStep> news = seen.isEmpty() ? List.of() : steps.after(seen);
    for (TrackedStep step : news) {
      for (OrderStream orderStream : listening) {
        if (orderStream.order().equals(step.order())) {
          orderStream.offer(step);
        }
      }
    }
  }

  /** Lets senders work for whom there is something; those whose time is over are left. */
  void attend(Executor senders) {
    current().forEach(orderStream -> orderStream.attend(senders));
    synchronized (open) {
      open.removeIf(OrderStream::isGone);
    }
  }

  void closeAll() {
    current().forEach(OrderStream::close);
    synchronized (open) {
      open.clear();
    }
  }

  private List<OrderStream> current() {
    synchronized (open) {
      return List.copyOf(open);
    }
  }
}
