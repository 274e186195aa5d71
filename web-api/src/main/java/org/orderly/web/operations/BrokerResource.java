package org.orderly.web.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.events.BrokerQueues;
import org.orderly.platform.events.DeadLetters;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.web.request.Roles;

/** How full the ways of the events are, for admins. */
@Path("/admin/broker")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class BrokerResource {

  private static final Logger LOG = Logger.getLogger(BrokerResource.class.getName());

  private final BrokerQueues queues;
  private final Instance<Outbox> outboxes;

  @Inject
  BrokerResource(BrokerQueues queues, @Any Instance<Outbox> outboxes) {
    this.queues = queues;
    this.outboxes = outboxes;
  }

  /**
   * @param reachable whether the broker answered; if not, {@code queues} is empty
   * @param deadLetters how many messages were set aside; {@code null} if unknown
   */
  record BrokerDepth(
      boolean reachable,
      List<BrokerQueues.Queue> queues,
      Long deadLetters,
      List<Waiting> outboxes) {}

  /**
   * @param waiting events not sent yet; {@code null} if the database does not answer
   */
  record Waiting(String domain, Long waiting) {}

  @GET
  public BrokerDepth depth() {
    List<Waiting> waiting = new ArrayList<>();
    outboxes.forEach(outbox -> waiting.add(waiting(outbox)));
    waiting.sort(Comparator.comparing(Waiting::domain));
    return queues
        .all()
        .map(all -> depth(all, waiting))
        .orElseGet(() -> new BrokerDepth(false, List.of(), null, waiting));
  }

  private static BrokerDepth depth(List<BrokerQueues.Queue> all, List<Waiting> waiting) {
    List<BrokerQueues.Queue> subscriptions =
        all.stream().filter(queue -> !queue.name().equals(DeadLetters.QUEUE)).toList();
    Long dead =
        all.stream()
            .filter(queue -> queue.name().equals(DeadLetters.QUEUE))
            .map(BrokerQueues.Queue::messages)
            .findAny()
            .orElse(null);
    return new BrokerDepth(true, subscriptions, dead, waiting);
  }

  private static Waiting waiting(Outbox outbox) {
    try {
      return new Waiting(outbox.domain(), outbox.waiting());
    } catch (DatabaseUnavailable e) {
      LOG.log(
          Level.WARNING,
          () -> "outbox of " + outbox.domain() + " does not answer: " + e.getCause());
      return new Waiting(outbox.domain(), null);
    }
  }
}
