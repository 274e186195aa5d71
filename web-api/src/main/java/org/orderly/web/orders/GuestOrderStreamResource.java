package org.orderly.web.orders;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
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
import java.time.Duration;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.overview.OrderViews;
import org.orderly.ordering.tracking.OrderStreams;
import org.orderly.ordering.tracking.OrderSubscriber;
import org.orderly.ordering.tracking.TrackedStep;

/** As {@link OrderStreamResource}, for whoever has the token of a guest's order. */
@Path("/guest/orders/{id}/stream")
@RequestScoped
@PermitAll
public class GuestOrderStreamResource {

  /** A token of an order does not run out; the shop ends every line long before this. */
  private static final Duration NO_END = Duration.ofDays(1);

  private final GuestOrders guests;
  private final OrderViews orders;
  private final OrderStreams orderStreams;
  private final RevokedSessions revokedSessions;

  @Inject
  GuestOrderStreamResource(
      GuestOrders guests,
      OrderViews orders,
      OrderStreams orderStreams,
      RevokedSessions revokedSessions) {
    this.guests = guests;
    this.orders = orders;
    this.orderStreams = orderStreams;
    this.revokedSessions = revokedSessions;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void stream(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String token,
      @HeaderParam("Last-Event-ID") String last,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletResponse response) {
    int seen = OrderStreamResource.step(last);
    OrderStatus status =
        OrderStatus.valueOf(orders.one(guests.authenticate(id, token), id).status());
    if (status.isFinal() && !orderStreams.hasNews(id, seen)) {
      throw new WebApplicationException(Response.Status.NO_CONTENT);
    }
    response.setHeader("X-Accel-Buffering", "no");
    OrderSubscriber line = new UntilAdopted(new SseSubscriber(sink, sse, null, revokedSessions));
    orderStreams.open(id, id, seen, NO_END, line);
  }

  /** The token shows nothing any more once an account has the order. */
  private record UntilAdopted(SseSubscriber line) implements OrderSubscriber {

    @Override
    public boolean isOpen() {
      return line.isOpen();
    }

    @Override
    public boolean tell(TrackedStep step) {
      if (step.type().equals("OrderAdopted")) {
        line.close();
        return false;
      }
      return line.tell(step);
    }

    @Override
    public boolean beat() {
      return line.beat();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
