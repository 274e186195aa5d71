package org.orderly.web.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.ShipmentView;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.web.orders.OrderItemRequest;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Ships the goods of an order and shows its shipments. */
@Path("/orders/{id}/shipments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrderShipmentsResource {

  record ShipmentRequest(
      @NotBlank @Size(max = 100) String carrier,
      @Size(max = 100) String trackingNumber,
      @Size(min = 1, max = PricedItems.MAX_LINES) List<@NotNull @Valid OrderItemRequest> items,
      @Size(max = LockedOrder.MAX_REASON) String shipAnywayReason) {}

  private final Shipments shipments;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  OrderShipmentsResource(Shipments shipments, Caller caller, Idempotency idempotency) {
    this.shipments = shipments;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR})
  public Response ship(
      @PathParam("id") OrderId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid ShipmentRequest body) {
    NewShipment requested =
        new NewShipment(
            id,
            body.carrier(),
            body.trackingNumber(),
            OrderItemRequest.all(body.items()),
            body.shipAnywayReason());
    return idempotency
        .of("ship-order", key, id.value(), body)
        .created(
            shipment -> "shipments/" + shipment.id(),
            request -> shipments.ship(requested, request, caller.actor()));
  }

  @GET
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT, Roles.GUEST})
  @Scopes(Scopes.ORDERS_READ)
  public Page<ShipmentView> page(
      @PathParam("id") OrderId id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return shipments.ofOrder(id, Limit.of(limit), cursor, caller.actor());
  }
}
