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
record ResourceUsage(
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

  static ResourceUsage of(BenchShop benchShop) throws SQLException {
    try (Connection connection = benchShop.connect("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(WRITTEN)) {
      row.next();
      return new ResourceUsage(
          CpuTime.ofFamily(benchShop.pid("server")),
          CpuTime.ofFamily(benchShop.pid("postgres")),
          CpuTime.ofFamily(benchShop.pid("broker")),
          CpuTime.ofFamily(benchShop.pid("redis")),
          CpuTime.of(benchShop.launcherPid()),
          row.getBigDecimal(1),
          row.getBigDecimal(2),
          row.getBigDecimal(3));
    }
  }

  ResourceUsage minus(ResourceUsage earlier) {
    return new ResourceUsage(
        server - earlier.server,
        postgres - earlier.postgres,
        broker - earlier.broker,
        redis - earlier.redis,
        launcher - earlier.launcher,
        transactions.subtract(earlier.transactions),
        walBytes.subtract(earlier.walBytes),
        walSyncs.subtract(earlier.walSyncs));
  }

  ResourceUsage plus(ResourceUsage other) {
    return new ResourceUsage(
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
