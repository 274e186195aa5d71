package org.orderly.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.catalog.Actor;
import org.orderly.catalog.ProductEditor;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;

/**
 * Brings many products in: new ones are listed, known ones (by sku) are rewritten.
 *
 * <p>Each line is a transaction of its own, so that a refused one does not stop the others and a
 * repeated import ends where the first one did.
 */
@ApplicationScoped
public class ProductBatchImport {

  private final ProductListing productListing;
  private final ProductEditor editor;

  @Inject
  ProductBatchImport(ProductListing productListing, ProductEditor editor) {
    this.productListing = productListing;
    this.editor = editor;
  }

  /** Imports line by line and tells what became of each. Call it without a transaction. */
  @Transactional(Transactional.TxType.NEVER)
  public List<ImportResult> run(List<ImportItem> lines, Actor actor) {
    List<ImportResult> outcomes = new ArrayList<>(lines.size());
    for (int index = 0; index < lines.size(); index++) {
      outcomes.add(take(index, lines.get(index), actor));
    }
    return outcomes;
  }

  /** Tells what {@link #run} would make of each line, and changes nothing. */
  @Transactional(Transactional.TxType.NEVER)
  public List<ImportResult> check(List<ImportItem> lines, Actor actor) {
    List<ImportResult> outcomes = new ArrayList<>(lines.size());
    for (int index = 0; index < lines.size(); index++) {
      outcomes.add(check(index, lines.get(index), actor));
    }
    return outcomes;
  }

  private ImportResult take(int index, ImportItem line, Actor actor) {
    String sku = line.draft().sku();
    try {
      Optional<ProductId> known = editor.findBySku(sku);
      if (known.isPresent()) {
        boolean stockSet =
            productListing.replaceWithStock(
                known.get(), line.draft(), line.stock(), line.lowStockThreshold(), actor);
        return ImportResult.updated(index, sku, stockSet);
      }
      UserId owner = actor.admin() ? null : actor.id();
      productListing.list(line.draft(), owner, line.openingStock(), line.lowStockThreshold());
      return ImportResult.created(index, sku);
    } catch (DomainException refusal) {
      return ImportResult.refused(index, sku, refusal.code(), refusal.getMessage());
    }
  }

  private ImportResult check(int index, ImportItem line, Actor actor) {
    String sku = line.draft().sku();
    try {
      Optional<ProductId> known = editor.findBySku(sku);
      if (known.isPresent()) {
        boolean stockSet =
            productListing.requireReplaceable(
                known.get(), line.draft(), line.stock(), line.lowStockThreshold(), actor);
        return ImportResult.updated(index, sku, stockSet);
      }
      productListing.requireListable(line.draft(), line.openingStock(), line.lowStockThreshold());
      return ImportResult.created(index, sku);
    } catch (DomainException refusal) {
      return ImportResult.refused(index, sku, refusal.code(), refusal.getMessage());
    }
  }
}
