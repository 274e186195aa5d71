package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads the words of the catalogue that resemble those of a query. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SpellingQueries {

  private static final String SIMILAR =
      """
      select n.word as typed, w.word, w.products
      from unnest(?) as n (word)
      cross join lateral (
        select s.word, s.products from search_word s where s.word % n.word
        order by similarity(s.word, n.word) desc, s.products desc limit 20) w
      where not exists (select 1 from search_word s where s.word ^@ n.word)""";

  private final DomainDatabase reads;

  @Inject
  SpellingQueries(@Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.reads = reads;
  }

  /**
   * A word of the catalogue that resembles one that is not in it.
   *
   * @param products how many have it
   */
  record Candidate(String typed, String word, int products) {}

  /** Candidates for those of the words that the catalogue does not have. */
  List<Candidate> similar(List<String> words) {
    return reads.list(
        row -> new Candidate(row.getString("typed"), row.getString("word"), row.getInt("products")),
        SIMILAR,
        SqlBatch.column("text", words));
  }
}
