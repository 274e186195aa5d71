package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.orderly.catalog.Actor;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockAdjustment;
import org.orderly.inventory.StockLevel;
import org.orderly.kernel.ProductId;
import org.orderly.listing.StockService;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Shows how much there is of a product, and corrects it. */
@Path("/inventory/{productId}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InventoryResource {

  record Adjustment(@NotNull BigDecimal quantity, @NotBlank @Size(max = 200) String reason) {}

  private final Stock stock;
  private final StockService keeping;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  InventoryResource(Stock stock, StockService keeping, Caller caller, Idempotency idempotency) {
    this.stock = stock;
    this.keeping = keeping;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @PermitAll
  public StockLevel level(@PathParam("productId") ProductId id) {
    return stock.level(id);
  }

  /** Vendors correct the stock of their own products. */
  @POST
  @Path("/adjustments")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response adjust(
      @PathParam("productId") ProductId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid Adjustment body) {
    StockAdjustment adjustment = new StockAdjustment(id, body.quantity(), body.reason());
    Actor actor = new Actor(caller.id(), caller.actsForTheShop());
    return idempotency
        .of("adjust-stock", key, adjustment)
        .created(level -> "inventory/" + id, request -> keeping.adjust(adjustment, request, actor));
  }
}
