package org.orderly.web.inventory;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.orderly.inventory.MovementKind;
import org.orderly.inventory.Stock;
import org.orderly.inventory.StockLevel;
import org.orderly.inventory.adjustment.StockAdjustment;
import org.orderly.inventory.history.MovementFilter;
import org.orderly.inventory.history.MovementView;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.listing.StockService;
import org.orderly.platform.time.ShopZone;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Shows how much there is of a product and how it came to be, and corrects it. */
@Path("/inventory/{productId}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InventoryResource {

  record Adjustment(
      @NotNull BigDecimal quantity,
      String kind,
      @NotBlank @Size(max = 200) String reason,
      Quantity expectedOnHand,
      @Size(max = 40) String location) {}

  record StockThreshold(Quantity lowStockThreshold) {}

  /** By which a caller's clock may be ahead. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

  private final Stock stock;
  private final StockService stockService;
  private final StockActor actor;
  private final Idempotency idempotency;
  private final Clock clock;

  @Inject
  InventoryResource(
      Stock stock,
      StockService stockService,
      StockActor actor,
      Idempotency idempotency,
      Clock clock) {
    this.stock = stock;
    this.stockService = stockService;
    this.actor = actor;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** How much there was is for admins and the product's vendor, how much there is for all. */
  @GET
  @PermitAll
  public StockLevel level(@PathParam("productId") ProductId id, @QueryParam("asOf") String asOf) {
    return asOf == null ? stock.level(id) : stockService.levelBefore(id, asOf(asOf), actor.staff());
  }

  @GET
  @Path("/movements")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR})
  public Page<MovementView> movements(
      @PathParam("productId") ProductId id,
      @QueryParam("kind") List<String> kinds,
      @QueryParam("location") String location,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    ShopZone zone = ShopZone.configured();
    MovementFilter filter =
        new MovementFilter(
            kinds.stream().map(MovementKind::of).collect(Collectors.toSet()),
            location,
            zone.from("from", from),
            zone.to("to", to));
    return stockService.movements(id, filter, Limit.of(limit), cursor, actor.get());
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
    StockAdjustment adjustment =
        adjustment(id, body.quantity(), body.kind(), body.reason(), body.expectedOnHand());
    return idempotency
        .of("adjust-stock", key, id.value(), body)
        .created(
            level -> "inventory/" + id,
            request -> stockService.adjust(body.location(), adjustment, request, actor.get()));
  }

  /** Sets the availability at which admins and the vendor are warned; {@code null} for never. */
  @PUT
  @Path("/threshold")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.STOCK_WRITE)
  public StockLevel threshold(
      @PathParam("productId") ProductId id, @NotNull @Valid StockThreshold body) {
    return stockService.threshold(id, body.lowStockThreshold(), actor.get());
  }

  static StockAdjustment adjustment(
      ProductId id, BigDecimal quantity, String kind, String reason, Quantity expectedOnHand) {
    MovementKind known = MovementKind.of(kind);
    return new StockAdjustment(
        id, quantity, known == null ? MovementKind.ADJUSTMENT : known, reason, expectedOnHand);
  }

  /** The moment after the one asked for; a day counts to its end. */
  private Instant asOf(String text) {
    ShopZone zone = ShopZone.configured();
    Instant begin = zone.from("asOf", text);
    Instant end = zone.to("asOf", text);
    if (begin == null || end == null) {
      throw new InvalidValue("asOf", "must not be empty");
    }
    if (begin.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
      throw new InvalidValue("asOf", "is in the future");
    }
    return begin.equals(end) ? end.plus(1, ChronoUnit.MICROS) : end;
  }
}
