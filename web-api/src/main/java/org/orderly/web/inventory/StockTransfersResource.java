package org.orderly.web.inventory;

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
import java.util.UUID;
import org.orderly.inventory.adjustment.StockLines;
import org.orderly.inventory.transfer.StockTransferRequest;
import org.orderly.inventory.transfer.StockTransferStatus;
import org.orderly.inventory.transfer.StockTransfers;
import org.orderly.inventory.transfer.TransferView;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Transfers of goods between the shop's locations. */
@Path("/inventory/transfers")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StockTransfersResource {

  record TransferLine(@NotNull ProductId productId, @NotNull Quantity quantity) {}

  record NewTransfer(
      @NotBlank @Size(max = 40) String from,
      @NotBlank @Size(max = 40) String to,
      @NotNull @Size(min = 1, max = StockLines.MAX) List<@NotNull @Valid TransferLine> items,
      @NotBlank @Size(max = 200) String reason) {

    StockTransferRequest request() {
      return new StockTransferRequest(
          from,
          to,
          items.stream()
              .map(line -> new ProductQuantity(line.productId(), line.quantity()))
              .toList(),
          reason);
    }
  }

  private final StockTransfers transfers;
  private final Idempotency idempotency;

  @Inject
  StockTransfersResource(StockTransfers transfers, Idempotency idempotency) {
    this.transfers = transfers;
    this.idempotency = idempotency;
  }

  @GET
  public Page<TransferView> list(
      @QueryParam("status") String status,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return transfers.page(StockTransferStatus.of(status), Limit.of(limit), cursor);
  }

  @GET
  @Path("/{id}")
  public TransferView get(@PathParam("id") UUID id) {
    return transfers.get(id);
  }

  /** Takes goods out of the source; they are in transit then. */
  @POST
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response send(@HeaderParam(Idempotency.KEY) String key, @NotNull @Valid NewTransfer body) {
    StockTransferRequest request = body.request();
    return idempotency
        .of("send-transfer", key, body)
        .created(sent -> "inventory/transfers/" + sent.id(), once -> transfers.send(request, once));
  }

  /** Puts the goods into the stock of the target. */
  @POST
  @Path("/{id}/receive")
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response receive(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
    return idempotency
        .of("receive-transfer", key, id, null)
        .ok(once -> transfers.receive(id, once));
  }

  /** Puts the goods back into the stock of the source. */
  @POST
  @Path("/{id}/cancel")
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response cancel(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
    return idempotency.of("cancel-transfer", key, id, null).ok(once -> transfers.cancel(id, once));
  }
}
