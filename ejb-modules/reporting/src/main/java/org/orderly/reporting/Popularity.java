package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.catalog.ProductRankingRepository;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Ranks products in the catalogue by their popularity, one instance at a time. */
@ApplicationScoped
public class Popularity {

  private static final long LOCK = 7305903;

  private final DomainDatabase database;
  private final PopularityQueries popularity;
  private final ProductRankingRepository ranking;

  @Inject
  Popularity(
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      PopularityQueries popularity,
      ProductRankingRepository ranking) {
    this.database = database;
    this.popularity = popularity;
    this.ranking = ranking;
  }

  /**
   * Ranks all products by the current figures; idempotent. Call it without a transaction. Does
   * nothing if another instance is ranking them.
   *
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database refuses
   */
  public void compute() {
    database.exclusively(LOCK, connection -> ranking.rank(popularity.all()));
  }
}
