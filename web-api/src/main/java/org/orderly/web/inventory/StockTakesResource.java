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
import java.util.List;
import org.orderly.inventory.adjustment.StockLines;
import org.orderly.inventory.adjustment.StockTake;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.listing.StockService;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Books what a count found: all of its products or none. */
@Path("/inventory/stock-takes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StockTakesResource {

  record CountedLine(
      @NotNull ProductId productId, @NotNull Quantity counted, Quantity expectedOnHand) {

    StockTake.CountedItem item() {
      return new StockTake.CountedItem(productId, counted, expectedOnHand);
    }
  }

  record CountRequest(
      @NotNull @Size(min = 1, max = StockLines.MAX) List<@NotNull @Valid CountedLine> items,
      @NotBlank @Size(max = 200) String reason,
      @Size(max = 40) String location) {}

  private final StockService stock;
  private final StockActor actor;
  private final Idempotency idempotency;

  @Inject
  StockTakesResource(StockService stock, StockActor actor, Idempotency idempotency) {
    this.stock = stock;
    this.actor = actor;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public Response book(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid CountRequest body) {
    StockTake count =
        new StockTake(
            body.location(), body.items().stream().map(CountedLine::item).toList(), body.reason());
    return idempotency
        .of("book-stock-take", key, body)
        .ok(request -> stock.book(count, request, actor.get()));
  }
}
