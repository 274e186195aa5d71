package org.orderly.web.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.orderly.catalog.Actor;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Quantity;
import org.orderly.listing.ImportItem;
import org.orderly.listing.ImportResult;
import org.orderly.listing.ProductBatchImport;
import org.orderly.web.problem.JsonBodies;
import org.orderly.web.problem.UnreadableBody;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/**
 * Many products at once, made or rewritten by their sku.
 *
 * <p>Every item stands for itself: one that is refused is told with its reason and does not stop
 * the others.
 */
@Path("/products/batch")
@ApplicationScoped
@RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProductBatchResource {

  static final int MAX_ITEMS = 200;

  private static final String STOCK = "stock";

  private final ProductBatchImport imports;
  private final Caller caller;

  @Inject
  ProductBatchResource(ProductBatchImport imports, Caller caller) {
    this.imports = imports;
    this.caller = caller;
  }

  /**
   * Items are read one by one: they have the shape of {@link ProductRequest}, and {@code stock}.
   *
   * @param dryRun whether the answer is what would become of them, and nothing changes
   */
  public record BatchRequest(
      @NotNull @Size(min = 1, max = MAX_ITEMS) List<JsonNode> items, Boolean dryRun) {}

  /** What became of each item, in the order of the request. */
  public record BatchOutcome(List<ImportResult> items) {}

  @POST
  @Scopes(Scopes.CATALOG_WRITE)
  public BatchOutcome upsert(@NotNull @Valid BatchRequest request) {
    ImportResult[] outcomes = new ImportResult[request.items.size()];
    List<ImportItem> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      try {
        lines.add(line(request.items.get(i)));
        places.add(i);
      } catch (DomainException e) {
        outcomes[i] = refusal(i, request.items.get(i), e);
      }
    }
    Actor actor = new Actor(caller.id(), caller.actsForTheShop());
    List<ImportResult> results =
        Boolean.TRUE.equals(request.dryRun)
            ? imports.check(lines, actor)
            : imports.run(lines, actor);
    for (ImportResult outcome : results) {
      int place = places.get(outcome.index());
      outcomes[place] = outcome.at(place);
    }
    return new BatchOutcome(List.of(outcomes));
  }

  private ImportItem line(JsonNode item) {
    try {
      Quantity stock = null;
      JsonNode described = item;
      if (item.hasNonNull(STOCK) && item instanceof ObjectNode object) {
        stock = JsonBodies.MAPPER.treeToValue(item.get(STOCK), Quantity.class);
        described = object.deepCopy().without(STOCK);
        requireStockScope();
      }
      ProductRequest product = JsonBodies.MAPPER.treeToValue(described, ProductRequest.class);
      if (product == null) {
        throw new UnreadableBody("the item is empty");
      }
      return new ImportItem(product.draft(), product.stock(), stock, product.lowStockThreshold());
    } catch (JsonProcessingException e) {
      throw JsonBodies.refusal(e);
    }
  }

  private void requireStockScope() {
    if (!caller.hasScope(Scopes.STOCK_WRITE)) {
      throw new StockNotInScope();
    }
  }

  private static ImportResult refusal(int index, JsonNode item, DomainException reason) {
    String sku = item.path("sku").asText(null);
    return ImportResult.refused(index, sku, reason.code(), reason.getMessage());
  }

  /** An API client that may describe products, but not say how many there are. */
  static final class StockNotInScope extends DomainException {
    private static final long serialVersionUID = 1L;

    StockNotInScope() {
      super(
          Kind.FORBIDDEN,
          "forbidden",
          "to set stock, an API client needs the scope " + Scopes.STOCK_WRITE);
    }
  }
}
