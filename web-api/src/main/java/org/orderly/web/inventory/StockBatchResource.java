package org.orderly.web.inventory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.adjustment.StockLines;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.listing.StockService;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Corrects the stock of many products: all of them or none. */
@Path("/inventory/adjustments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StockBatchResource {

  record AdjustmentLine(
      @NotNull ProductId productId,
      @NotNull BigDecimal quantity,
      String kind,
      @NotBlank @Size(max = 200) String reason,
      Quantity expectedOnHand) {

    StockAdjustment adjustment() {
      return InventoryResource.adjustment(productId, quantity, kind, reason, expectedOnHand);
    }
  }

  record AdjustmentBatch(
      @NotNull @Size(min = 1, max = StockLines.MAX) List<@NotNull @Valid AdjustmentLine> items,
      @Size(max = 40) String location) {}

  private final StockService stock;
  private final StockActor actor;
  private final Idempotency idempotency;

  @Inject
  StockBatchResource(StockService stock, StockActor actor, Idempotency idempotency) {
    this.stock = stock;
    this.actor = actor;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response adjust(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid AdjustmentBatch body) {
    List<StockAdjustment> lines = body.items().stream().map(AdjustmentLine::adjustment).toList();
    return idempotency
        .of("adjust-stock-batch", key, body)
        .ok(request -> stock.adjust(body.location(), lines, request, actor.get()));
  }
}
