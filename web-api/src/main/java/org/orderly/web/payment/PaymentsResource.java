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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.orderly.identity.audit.AuditedAction;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.settlement.InvoiceSettlement;
import org.orderly.payment.overview.OpenPayments;
import org.orderly.payment.overview.PaymentFilter;
import org.orderly.payment.overview.PaymentQueries;
import org.orderly.payment.overview.PaymentView;
import org.orderly.payment.transfer.ReceivedTransfer;
import org.orderly.payment.transfer.TransferDifference;
import org.orderly.platform.time.ShopZone;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** All payments, for admins: what waits, what is stuck, and invoices that were paid. */
@Path("/admin/payments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class PaymentsResource {

  record ReceivedMoney(
      @NotNull Money amount,
      @Size(max = 100) String reference,
      @Pattern(regexp = "refuse|accept|balance") String difference) {

    /**
     * @throws InvalidValue if nothing came
     */
    ReceivedTransfer of(UUID invoice) {
      if (!amount.isPositive()) {
        throw new InvalidValue("amount", "must be more than zero");
      }
      TransferDifference how =
          difference == null
              ? TransferDifference.REFUSE
              : TransferDifference.valueOf(difference.toUpperCase(Locale.ROOT));
      return new ReceivedTransfer(invoice, amount, reference, how);
    }
  }

  private final PaymentQueries payments;
  private final OpenPayments open;
  private final InvoiceSettlement invoiceSettlement;
  private final AuditedAction auditedAction;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  PaymentsResource(
      PaymentQueries payments,
      OpenPayments open,
      InvoiceSettlement invoiceSettlement,
      AuditedAction auditedAction,
      Caller caller,
      Idempotency idempotency) {
    this.payments = payments;
    this.open = open;
    this.invoiceSettlement = invoiceSettlement;
    this.auditedAction = auditedAction;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  public Page<PaymentView> all(
      @QueryParam("status") String status,
      @QueryParam("method") String method,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    ShopZone zone = ShopZone.configured();
    PaymentFilter filter =
        new PaymentFilter(status, method, zone.from("from", from), zone.to("to", to));
    return payments.page(filter, Limit.of(limit), cursor);
  }

  @POST
  @Path("/{id}/paid")
  public Response paid(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid ReceivedMoney body) {
    OrderId order = payments.one(id).orderId();
    return idempotency
        .of("pay-invoice", key, id, body)
        .ok(
            request ->
                auditedAction.of(
                    "invoice.paid",
                    id.toString(),
                    body,
                    () -> invoiceSettlement.paid(order, body.of(id), request)));
  }

  @POST
  @Path("/{id}/retry")
  public PaymentView retry(@PathParam("id") UUID id) {
    return auditedAction.of("payment.retried", id.toString(), null, () -> open.retry(id));
  }
}
