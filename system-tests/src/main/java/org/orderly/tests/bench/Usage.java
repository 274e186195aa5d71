package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a shop has used up to a moment: processor time of its parts, and what PostgreSQL wrote.
 *
 * @param transactions that wrote, in all databases, whatever their outcome
 * @param walSyncs flushes of the write-ahead log to the disk, as told about a second later
 */
record Usage(
    long server,
    long postgres,
    long broker,
    long redis,
    long launcher,
    BigDecimal transactions,
    BigDecimal walBytes,
    BigDecimal walSyncs) {

  private static final String WRITTEN =
      "select pg_snapshot_xmax(pg_current_snapshot())::text::numeric,"
          + " pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
          + " (select sum(fsyncs) from pg_stat_io where object = 'wal')";

  static Usage of(Shop shop) throws SQLException {
    try (Connection connection = shop.connect("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(WRITTEN)) {
      row.next();
      return new Usage(
          CpuTime.ofFamily(shop.pid("server")),
          CpuTime.ofFamily(shop.pid("postgres")),
          CpuTime.ofFamily(shop.pid("broker")),
          CpuTime.ofFamily(shop.pid("redis")),
          CpuTime.of(shop.launcherPid()),
          row.getBigDecimal(1),
          row.getBigDecimal(2),
          row.getBigDecimal(3));
    }
  }

  Usage minus(Usage earlier) {
    return new Usage(
        server - earlier.server,
        postgres - earlier.postgres,
        broker - earlier.broker,
        redis - earlier.redis,
        launcher - earlier.launcher,
        transactions.subtract(earlier.transactions),
        walBytes.subtract(earlier.walBytes),
        walSyncs.subtract(earlier.walSyncs));
  }

  Usage plus(Usage other) {
    return new Usage(
        server + other.server,
        postgres + other.postgres,
        broker + other.broker,
        redis + other.redis,
        launcher + other.launcher,
        transactions.add(other.transactions),
        walBytes.add(other.walBytes),
        walSyncs.add(other.walSyncs));
  }
}
