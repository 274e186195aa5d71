package org.orderly.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.messaging.Answer;
import org.orderly.messaging.RequestKey;
import org.orderly.ordering.Checkout;
import org.orderly.ordering.OrderItem;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.ShippingAddress;
import org.orderly.payment.PaymentWish;
import org.orderly.web.operations.OrderMeter;

/** Places orders and shows them one by one; {@link OrderListsResource} lists them. */
@Path("/orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class OrdersResource {

  record Item(@NotNull ProductId productId, @NotNull Quantity quantity) {}

  record PaymentChoice(@NotNull @Pattern(regexp = "wallet") String method) {}

  record NewOrder(
      @Size(min = 1, max = PlaceOrder.MAX_LINES) List<@NotNull @Valid Item> items,
      @NotNull ShippingAddress shippingAddress,
      @NotNull @Valid PaymentChoice payment,
      Money expectedTotal) {}

  private final Checkout checkout;
  private final OrderQueries orders;
  private final OrderMeter meter;
  private final Caller caller;

  @Inject
  OrdersResource(Checkout checkout, OrderQueries orders, OrderMeter meter, Caller caller) {
    this.checkout = checkout;
    this.orders = orders;
    this.meter = meter;
    this.caller = caller;
  }

  @POST
  public Response place(@HeaderParam(Idempotency.KEY) String key, @NotNull @Valid NewOrder body) {
    RequestKey request = RequestKey.of(caller.id(), "place-order", key, body);
    PlaceOrder wish =
        new PlaceOrder(
            caller.id(),
            items(body.items()),
            body.shippingAddress(),
            PaymentWish.wallet(),
            body.expectedTotal(),
            null,
            request);
    Answer<OrderView> answer = meter.count(() -> checkout.place(wish));
    URI location = URI.create("/api/v1/orders/" + answer.value().id());
    return Idempotency.created(location, answer);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.MACHINE})
  @Scopes(Scopes.ORDERS_READ)
  public OrderView one(@PathParam("id") OrderId id) {
    return caller.actsForTheShop() ? orders.any(id) : orders.ofBuyer(caller.id(), id);
  }

  private static List<OrderItem> items(List<Item> items) {
    return items == null
        ? null
        : items.stream().map(item -> new OrderItem(item.productId(), item.quantity())).toList();
  }
}
