package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes searches that found nothing: the last thousand of the last thirty days. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SearchMissRepository {

  static final int MAX_KEPT = 1_000;

  private static final String ADD =
      """
      insert into search_miss as m (words, searches, last_at)
      select words, searches, now() from unnest(?, ?) as n (words, searches) order by words
      on conflict (words) do update
      set searches = m.searches + excluded.searches, last_at = excluded.last_at""";

  private static final String LIMIT =
      "delete from search_miss where last_at < now() - interval '30 days' or words in"
          + " (select words from search_miss order by last_at desc, words offset "
          + MAX_KEPT
          + ")";

  private final DomainDatabase database;

  @Inject
  SearchMissRepository(@Domain(CatalogDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /**
   * Adds to the counts.
   *
   * @param searches how often nothing was found, by words
   */
  void add(Map<String, Integer> searches) {
    // in one order, so that two instances cannot wait for each other
    Map<String, Integer> sorted = new TreeMap<>(searches);
    List<Object> words = new ArrayList<>(sorted.keySet());
    List<Object> counts = new ArrayList<>(sorted.values());
    database.change(ADD, SqlBatch.column("text", words), SqlBatch.column("int", counts));
    database.change(LIMIT);
  }
}
