package org.orderly.web.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.payment.overview.OpenPayments;
import org.orderly.payment.overview.PaymentQueries;
import org.orderly.payment.overview.PaymentView;
import org.orderly.web.orders.GuestOrdersResource;

/** What a guest's order is paid with, for whoever has its token. */
@Path("/guest/orders/{id}/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestPaymentsResource {

  private final GuestOrders guests;
  private final OrderAccess access;
  private final PaymentQueries payments;
  private final OpenPayments open;

  @Inject
  GuestPaymentsResource(
      GuestOrders guests, OrderAccess access, PaymentQueries payments, OpenPayments open) {
    this.guests = guests;
    this.access = access;
    this.payments = payments;
    this.open = open;
  }

  @GET
  public OrderPaymentsResource.Payments payments(
      @PathParam("id") OrderId id, @HeaderParam(GuestOrdersResource.TOKEN) String token) {
    access.require(guests.authenticate(id, token), id, Permission.VIEW);
    List<PaymentView> found = payments.of(id);
    open.lookedAt(found);
    return new OrderPaymentsResource.Payments(found);
  }
}
