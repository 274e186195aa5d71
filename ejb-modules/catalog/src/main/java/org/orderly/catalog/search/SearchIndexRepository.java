package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.catalog.words.IndexedText;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes the words of products whose texts were written by anything but the shop. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SearchIndexRepository {

  private static final int BATCH = 200;

  private static final String OUTDATED =
      "select id, sku, name, brand, description from product"
          + " where search_source is null and withdrawn_at is null limit "
          + BATCH;

  /** If a text has changed meanwhile, the trigger marks the row again. */
  private static final String WRITE =
      """
      update product p set search = cast(n.search as tsvector), search_source = n.source,
        sku_key = n.sku_key, name_key = n.name_key, brand_key = n.brand_key
      from unnest(?, ?, ?, ?, ?, ?) as n (id, search, source, sku_key, name_key, brand_key)
      where p.id = n.id and p.search_source is null""";

  private final DomainDatabase database;
  private final CatalogRevision revision;

  @Inject
  SearchIndexRepository(
      @Domain(CatalogDatabase.DOMAIN) DomainDatabase database, CatalogRevision revision) {
    this.database = database;
    this.revision = revision;
  }

  private record Outdated(UUID id, IndexedText text) {}

  /**
   * Writes the words of some products.
   *
   * @return whether there may be more
   */
  boolean writeSome() {
    List<Outdated> found =
        database.list(
            row ->
                new Outdated(
                    row.getObject("id", UUID.class),
                    IndexedText.of(
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("brand"),
                        row.getString("description"))),
            OUTDATED);
    if (found.isEmpty()) {
      return false;
    }
    List<Object> columns = new ArrayList<>();
    columns.add(SqlBatch.column("uuid", found.stream().map(Outdated::id).toList()));
    List<Function<IndexedText, String>> texts =
        List.of(
            IndexedText::vector,
            IndexedText::source,
            IndexedText::skuKey,
            IndexedText::nameKey,
            IndexedText::brandKey);
    for (Function<IndexedText, String> text : texts) {
      columns.add(SqlBatch.column("text", found.stream().map(Outdated::text).map(text).toList()));
    }
    database.change(WRITE, columns.toArray());
    revision.rise();
    return found.size() == BATCH;
  }
}
