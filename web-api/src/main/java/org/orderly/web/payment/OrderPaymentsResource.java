package org.orderly.web.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.Locale;
import org.orderly.identity.audit.AuditedAction;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.settlement.OrderRefunds;
import org.orderly.payment.RefundView;
import org.orderly.payment.Refunds;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.overview.OpenPayments;
import org.orderly.payment.overview.PaymentQueries;
import org.orderly.payment.overview.PaymentView;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** What orders were paid with, and what was given back of it. */
@Path("/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class OrderPaymentsResource {

  record NewRefund(
      @NotNull Money amount,
      @Pattern(regexp = "original|balance") String to,
      @Size(max = 500) String reason) {

    RefundTarget target() {
      return to == null ? RefundTarget.ORIGINAL : RefundTarget.valueOf(to.toUpperCase(Locale.ROOT));
    }
  }

  record Payments(List<PaymentView> items) {}

  record RefundList(List<RefundView> items) {}

  private final OrderAccess access;
  private final PaymentQueries payments;
  private final OpenPayments open;
  private final OrderRefunds orderRefunds;
  private final Refunds refunds;
  private final AuditedAction auditedAction;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  OrderPaymentsResource(
      OrderAccess access,
      PaymentQueries payments,
      OpenPayments open,
      OrderRefunds orderRefunds,
      Refunds refunds,
      AuditedAction auditedAction,
      Caller caller,
      Idempotency idempotency) {
    this.access = access;
    this.payments = payments;
    this.open = open;
    this.orderRefunds = orderRefunds;
    this.refunds = refunds;
    this.auditedAction = auditedAction;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/{id}/payments")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.GUEST})
  public Payments payments(@PathParam("id") OrderId id) {
    access.require(caller.actor(), id, Permission.VIEW);
    List<PaymentView> found = payments.of(id);
    open.lookedAt(found);
    return new Payments(found);
  }

  @GET
  @Path("/{id}/refunds")
  public RefundList refunds(@PathParam("id") OrderId id) {
    access.require(caller.actor(), id, Permission.VIEW);
    return new RefundList(refunds.of(id));
  }

  @POST
  @Path("/{id}/refunds")
  @RolesAllowed(Roles.ADMIN)
  public Response refund(
      @PathParam("id") OrderId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid NewRefund body) {
    OrderRefunds.RefundOrder command =
        new OrderRefunds.RefundOrder(id, body.amount(), body.target(), body.reason());
    access.require(caller.actor(), id, Permission.MANAGE);
    return idempotency
        .of("refund-order", key, id.value(), body)
        .created(refund -> "orders/" + id + "/refunds", request -> refund(command, body, request));
  }

  /** The gateway is asked at once; the answer tells what has become of the refund by then. */
  private IdempotentResult<RefundView> refund(
      OrderRefunds.RefundOrder command, NewRefund body, IdempotencyKey request) {
    OrderId order = command.order();
    IdempotentResult<RefundView> entered =
        auditedAction.of(
            "order.refunded", order.toString(), body, () -> orderRefunds.refund(command, request));
    RefundView now = refunds.attempt(order, entered.value());
    return new IdempotentResult<>(now, entered.replayed());
  }
}
