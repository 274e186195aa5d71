package org.orderly.web.fulfilment;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.fulfilment.ShipmentView;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.web.orders.GuestOrdersResource;

/** The shipments of a guest's order, for whoever has its token. */
@Path("/guest/orders/{id}/shipments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestShipmentsResource {

  private final GuestOrders guests;
  private final Shipments shipments;

  @Inject
  GuestShipmentsResource(GuestOrders guests, Shipments shipments) {
    this.guests = guests;
    this.shipments = shipments;
  }

  @GET
  public Page<ShipmentView> page(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String token,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    OrderActor guest = guests.authenticate(id, token);
    return shipments.ofOrder(id, Limit.of(limit), cursor, guest);
  }
}
