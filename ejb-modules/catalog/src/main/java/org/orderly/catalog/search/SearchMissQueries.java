package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.List;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.kernel.Limit;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Reads which searches found nothing. Throws {@link
 * org.orderly.platform.persistence.DatabaseUnavailable} if the database does not answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SearchMissQueries {

  private static final String FREQUENT =
      "select words, searches, last_at from search_miss"
          + " order by searches desc, last_at desc, words limit ?";

  private final DomainDatabase reads;

  @Inject
  SearchMissQueries(@Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.reads = reads;
  }

  /** The most frequent first. */
  public List<SearchMiss> frequent(Limit limit) {
    return reads.list(
        row ->
            new SearchMiss(
                row.getString("words"),
                row.getLong("searches"),
                row.getObject("last_at", OffsetDateTime.class).toInstant()),
        FREQUENT,
        limit.value());
  }
}
