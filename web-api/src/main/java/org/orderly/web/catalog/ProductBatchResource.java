package org.orderly.web.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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

  private final ProductBatchImport imports;
  private final Caller caller;

  @Inject
  ProductBatchResource(ProductBatchImport imports, Caller caller) {
    this.imports = imports;
    this.caller = caller;
  }

  /** Items are read one by one: they have the shape of {@link ProductRequest}. */
  public record BatchRequest(@NotNull @Size(min = 1, max = MAX_ITEMS) List<JsonNode> items) {}

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
    for (ImportResult outcome : imports.run(lines, actor)) {
      int place = places.get(outcome.index());
      outcomes[place] =
          new ImportResult(
              place, outcome.sku(), outcome.result(), outcome.code(), outcome.detail());
    }
    return new BatchOutcome(List.of(outcomes));
  }

  private static ImportItem line(JsonNode item) {
    try {
      ProductRequest product = JsonBodies.MAPPER.treeToValue(item, ProductRequest.class);
      if (product == null) {
        throw new UnreadableBody("the item is empty");
      }
      return new ImportItem(product.draft(), product.stock(), product.lowStockThreshold());
    } catch (JsonProcessingException e) {
      throw JsonBodies.refusal(e);
    }
  }

  private static ImportResult refusal(int index, JsonNode item, DomainException reason) {
    String sku = item.path("sku").asText(null);
    return ImportResult.refused(index, sku, reason.code(), reason.getMessage());
  }
}
