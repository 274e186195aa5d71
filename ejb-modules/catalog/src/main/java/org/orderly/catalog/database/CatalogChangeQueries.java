package org.orderly.catalog.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;

/**
 * Reads the log of committed changes to products and categories.
 *
 * <p>A transaction's changes become visible when it commits, which may be long after they got their
 * numbers. So changes are counted from a horizon on: the oldest transaction that was running at the
 * last look. Whatever becomes visible after that look has an id that is not below it.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class CatalogChangeQueries {

  /** How long changes are kept: a look that is older cannot be compared with any more. */
  static final int KEPT_MINUTES = 10;

  /** A transaction may commit long after it wrote: its rows are kept for as long as it may run. */
  static final Retention.Expired EXPIRED =
      new Retention.Expired(
          "catalog_change",
          ("changed_at < now() - interval '%1$d minutes' and xid <"
                  + " (select max(horizon) from catalog_change"
                  + " where changed_at < now() - interval '%1$d minutes')")
              .formatted(KEPT_MINUTES));

  /** Before all transactions. */
  static final String BEGINNING = "0";

  private static final String COUNT =
      """
      select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as horizon,
        (select count(*) from catalog_change where xid >= cast(? as xid8)) as since,
        (select count(*) from catalog_change
          where xid >= pg_snapshot_xmin(pg_current_snapshot())) as ahead""";

  private final DomainDatabase database;

  @Inject
  CatalogChangeQueries(@Domain(CatalogDatabase.READS) DomainDatabase database) {
    this.database = database;
  }

  /**
   * One look at the log.
   *
   * @param horizon the oldest transaction that is running now; the next look counts from it on
   * @param since how many visible changes are not below the horizon of the look before
   * @param ahead how many of them are not below the new horizon
   */
  record Look(String horizon, long since, long ahead) {}

  /**
   * Looks at the log.
   *
   * @param horizon that of the look before, or {@link #BEGINNING}
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database does not answer
   */
  Look from(String horizon) {
    return database.one(
        row -> new Look(row.getString("horizon"), row.getLong("since"), row.getLong("ahead")),
        COUNT,
        horizon);
  }
}
