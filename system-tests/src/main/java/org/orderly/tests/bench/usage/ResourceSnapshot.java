package org.orderly.tests.bench.usage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.orderly.tests.bench.shop.BenchShop;

/** What a shop has used up to a moment. */
public final class ResourceSnapshot {

  private static final String WRITTEN =
      "select pg_snapshot_xmax(pg_current_snapshot())::text::numeric,"
          + " pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
          + " (select sum(fsyncs) from pg_stat_io where object = 'wal')";

  private final long server;
  private final long postgres;
  private final long broker;
  private final long redis;
  private final long mails;
  private final ThreadCpuTimes threads;
  private final DatabaseMessages messages;
  private final BigDecimal transactions;
  private final BigDecimal walBytes;
  private final BigDecimal walSyncs;

  private ResourceSnapshot(BenchShop shop, ResultSet written) throws SQLException {
    this.server = CpuTime.ofFamily(shop.pid("server"));
    this.postgres = CpuTime.ofFamily(shop.pid("postgres"));
    this.broker = CpuTime.ofFamily(shop.pid("broker"));
    this.redis = CpuTime.ofFamily(shop.pid("redis"));
    this.mails = CpuTime.of(shop.launcherPid());
    this.threads = ThreadCpuTimes.of(shop.pid("server"));
    this.messages = DatabaseMessages.of(shop.pid("server"), shop.databasePort());
    this.transactions = written.getBigDecimal(1);
    this.walBytes = written.getBigDecimal(2);
    this.walSyncs = written.getBigDecimal(3);
  }

  public static ResourceSnapshot of(BenchShop shop) throws SQLException {
    try (Connection connection = shop.connect("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(WRITTEN)) {
      row.next();
      return new ResourceSnapshot(shop, row);
    }
  }

  /** What was used from then on until this moment. */
  public ResourceUsage since(ResourceSnapshot earlier) {
    return new ResourceUsage(
        server - earlier.server,
        threads.compilersSince(earlier.threads),
        threads.collectorsSince(earlier.threads),
        postgres - earlier.postgres,
        broker - earlier.broker,
        redis - earlier.redis,
        mails - earlier.mails,
        messages.since(earlier.messages).orElse(-1),
        transactions.subtract(earlier.transactions),
        walBytes.subtract(earlier.walBytes),
        walSyncs.subtract(earlier.walSyncs));
  }
}
