package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.ordering.Checkout;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.change.EditOrder;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.change.OrderEditing;
import org.orderly.ordering.overview.OrderViews;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.web.operations.OrderMeter;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.OrderToken;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Places orders and shows them one by one; {@link OrderListsResource} lists them. */
@Path("/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class OrdersResource {

  record NewOrder(
      @Size(min = 1, max = PricedItems.MAX_LINES) List<@NotNull @Valid OrderItemRequest> items,
      @NotNull PostalAddress shippingAddress,
      @NotNull @Valid PaymentRequest payment,
      Money expectedTotal) {}

  record EditedOrder(
      @NotNull @Size(min = 1, max = PricedItems.MAX_LINES)
          List<@NotNull @Valid OrderItemRequest> items,
      PostalAddress shippingAddress,
      @Valid PaymentRequest payment,
      Money expectedTotal) {}

  private final Checkout checkout;
  private final OrderEditing editing;
  private final OrderViews orders;
  private final OrderMeter meter;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  OrdersResource(
      Checkout checkout,
      OrderEditing editing,
      OrderViews orders,
      OrderMeter meter,
      Caller caller,
      Idempotency idempotency) {
    this.checkout = checkout;
    this.editing = editing;
    this.orders = orders;
    this.meter = meter;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  public Response place(@HeaderParam(Idempotency.KEY) String key, @NotNull @Valid NewOrder body) {
    return idempotency
        .of("place-order", key, body)
        .created(
            order -> "orders/" + order.id(),
            request -> meter.count(() -> checkout.place(command(body, request))));
  }

  private PlaceOrder command(NewOrder body, IdempotencyKey request) {
    return new PlaceOrder(
        caller.id(),
        OrderItemRequest.all(body.items()),
        body.shippingAddress(),
        body.payment().selection(),
        body.expectedTotal(),
        null,
        request);
  }

  /**
   * @param token read by the authentication
   */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT, Roles.GUEST})
  @Scopes(Scopes.ORDERS_READ)
  public OrderView one(@PathParam("id") OrderId id, @QueryParam(OrderToken.QUERY) String token) {
    return orders.one(caller.actor(), id);
  }

  @PATCH
  @Path("/{id}")
  public Response edit(
      @PathParam("id") OrderId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid EditedOrder body) {
    return idempotency
        .of("edit-order", key, id.value(), body)
        .ok(
            request ->
                editing.edit(
                    new EditOrder(
                        new OrderChange(id, caller.actor(), request),
                        OrderItemRequest.all(body.items()),
                        body.shippingAddress(),
                        body.expectedTotal(),
                        body.payment() == null ? null : body.payment().selection())));
  }
}
