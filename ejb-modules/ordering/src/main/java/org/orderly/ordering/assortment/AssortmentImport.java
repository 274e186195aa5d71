package org.orderly.ordering.assortment;

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
public class AssortmentImport {

  private final Assortment assortment;
  private final ProductEditor editor;

  @Inject
  AssortmentImport(Assortment assortment, ProductEditor editor) {
    this.assortment = assortment;
    this.editor = editor;
  }

  /** Imports line by line and tells what became of each. Call it without a transaction. */
  @Transactional(Transactional.TxType.NEVER)
  public List<ImportOutcome> run(List<ImportLine> lines, Actor actor) {
    List<ImportOutcome> outcomes = new ArrayList<>(lines.size());
    for (int index = 0; index < lines.size(); index++) {
      outcomes.add(take(index, lines.get(index), actor));
    }
    return outcomes;
  }

  private ImportOutcome take(int index, ImportLine line, Actor actor) {
    String sku = line.draft().sku();
    try {
      Optional<ProductId> known = editor.findBySku(sku);
      if (known.isPresent()) {
        assortment.replace(known.get(), line.draft(), line.lowStockThreshold(), actor);
        return ImportOutcome.updated(index, sku);
      }
      UserId owner = actor.admin() ? null : actor.id();
      assortment.list(line.draft(), owner, line.initialStock(), line.lowStockThreshold());
      return ImportOutcome.created(index, sku);
    } catch (DomainException refusal) {
      return ImportOutcome.refused(index, sku, refusal.code(), refusal.getMessage());
    }
  }
}
