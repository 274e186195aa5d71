package org.orderly.inventory.location;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.orderly.inventory.StockLocationId;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Loads and writes stock locations. */
final class LocationRepository {

  private static final String ALL =
      "select id, code, name, closed_at from stock_location order by id";

  /** Whoever moves goods keeps the location open meanwhile. */
  private static final String SHARED =
      "select id, code, name, closed_at from stock_location where code = ? for share";

  private static final String LOCKED =
      "select id, code, name, closed_at from stock_location where code = ? for update";

  /** Ids are given one after the other: two new locations wait for one another. */
  private static final String ONE_AT_A_TIME =
      "lock table stock_location in share row exclusive mode";

  private static final String ADD =
      """
      insert into stock_location (id, code, name)
      select max(id) + 1, ?, ? from stock_location
      on conflict (code) do nothing""";

  private static final String RENAME = "update stock_location set name = ? where id = ?";

  private static final String CLOSE = "update stock_location set closed_at = ? where id = ?";

  private static final String IN_USE =
      """
      select 1 where exists (
          select 1 from stock_item where location_id = ? and (on_hand > 0 or reserved > 0))
        or exists (
          select 1 from stock_transfer
          where status = 'IN_TRANSIT' and ? in (source_id, target_id))""";

  private final DomainDatabase database;

  LocationRepository(DomainDatabase database) {
    this.database = database;
  }

  record Location(StockLocationId id, StockLocationView view) {}

  List<StockLocationView> all() {
    return database.list(LocationRepository::read, ALL).stream().map(Location::view).toList();
  }

  Optional<Location> share(String code) {
    return database.first(LocationRepository::read, SHARED, code);
  }

  Optional<Location> lock(String code) {
    return database.first(LocationRepository::read, LOCKED, code);
  }

  /**
   * @return whether the code was free
   */
  boolean add(String code, String name) {
    database.run(new SqlBatch().change(ONE_AT_A_TIME));
    return database.change(ADD, code, name) == 1;
  }

  void rename(StockLocationId id, String name) {
    database.change(RENAME, name, id.value());
  }

  void close(StockLocationId id, Instant now) {
    database.change(CLOSE, now.atOffset(ZoneOffset.UTC), id.value());
  }

  boolean isInUse(StockLocationId id) {
    return database.exists(IN_USE, id.value(), id.value());
  }

  private static Location read(ResultSet row) throws SQLException {
    return new Location(
        new StockLocationId(row.getInt("id")),
        new StockLocationView(
            row.getString("code"), row.getString("name"), row.getObject("closed_at") != null));
  }
}
