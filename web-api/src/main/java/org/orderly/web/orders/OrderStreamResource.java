package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.tracking.OrderStreams;
import org.orderly.ordering.tracking.OrderSubscriber;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** Tells what happens to an order while it happens, as server-sent events (HTML, 9.2). */
@Path("/orders/{id}/stream")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.GUEST})
public class OrderStreamResource {

  /** An order token does not expire; the shop ends every stream long before this. */
  private static final Duration NO_END = Duration.ofDays(1);

  private final OrderAccess access;
  private final OrderQueries orders;
  private final OrderStreams orderStreams;
  private final RevokedSessions revokedSessions;
  private final Caller caller;
  private final Clock clock;

  @Inject
  OrderStreamResource(
      OrderAccess access,
      OrderQueries orders,
      OrderStreams orderStreams,
      RevokedSessions revokedSessions,
      Caller caller,
      Clock clock) {
    this.access = access;
    this.orders = orders;
    this.orderStreams = orderStreams;
    this.revokedSessions = revokedSessions;
    this.caller = caller;
    this.clock = clock;
  }

  /** The thread goes on to other requests; the line stays open. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void stream(
      @PathParam("id") OrderId id,
      @HeaderParam("Last-Event-ID") String last,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletResponse response) {
    int seen = step(last);
    OrderActor actor = caller.actor();
    access.require(actor, id, Permission.VIEW);
    if (OrderStatus.valueOf(orders.one(id).status()).isFinal() && !orderStreams.hasNews(id, seen)) {
      // a browser that gets this does not come again
      throw new WebApplicationException(Response.Status.NO_CONTENT);
    }
    // proxies that gather answers would keep the events back
    response.setHeader("X-Accel-Buffering", "no");
    OrderSubscriber subscriber =
        new SseSubscriber(sink, sse, caller.session().orElse(null), revokedSessions);
    if (actor instanceof OrderActor.Guest) {
      orderStreams.open(id, actor.id(), seen, NO_END, new UntilAdopted(subscriber));
    } else {
      Duration untilExpiry = Duration.between(clock.instant(), caller.expires());
      orderStreams.open(id, actor.id(), seen, untilExpiry, subscriber);
    }
  }

  private static int step(String last) {
    if (last == null || last.isBlank()) {
      return -1;
    }
    try {
      int step = Integer.parseInt(last);
      if (step >= 0) {
        return step;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new InvalidValue("Last-Event-ID", "is not one that this stream sent");
  }
}
