package org.orderly.tests.bench.usage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.shop.BenchShop;
import org.orderly.tests.bench.shop.Wait;

/**
 * Counts the statements that PostgreSQL runs, by its own extension. It is loaded for the whole run
 * and told to count only in a row of its own, so that the others do not pay for it.
 */
public final class StatementCounts {

  private static final Duration RESTARTING = Duration.ofMinutes(2);

  /** Statistics of commits are written with a delay of up to ten seconds by sessions that idle. */
  private static final Duration STATISTICS_LATE = Duration.ofSeconds(11);

  private static final String PER_DATABASE =
      """
      select d.datname, coalesce(sum(s.calls), 0) as statements,
             coalesce(sum(s.calls) filter (where s.query ~* '^\\s*(begin|start transaction|commit|rollback|prepare transaction|set|show)'), 0) as bracket,
             coalesce(sum(s.calls) filter (where s.query ~* '^\\s*prepare transaction'), 0) as prepared,
             (select xact_commit from pg_stat_database where datname = d.datname) as commits
      from pg_database d left join pg_stat_statements s on s.dbid = d.oid
      where d.datname = any (array['ordering', 'inventory', 'payment', 'notification', 'catalog', 'identity'])
      group by d.datname order by 2 desc
      """;
  private static final String ALL =
      """
      select d.datname, s.calls, regexp_replace(s.query, '\\s+', ' ', 'g') as query,
             round(s.total_exec_time::numeric, 1) as millis
      from pg_stat_statements s join pg_database d on s.dbid = d.oid
      where d.datname <> 'postgres' and s.calls * 20 >= ?
      order by d.datname, s.calls desc, query
      """;

  private final BenchShop benchShop;

  public StatementCounts(BenchShop benchShop) {
    this.benchShop = benchShop;
  }

  /**
   * @param bracket those that only begin or end a transaction, or set something
   * @param commits of transactions that read only, too; PREPARE is no commit, COMMIT PREPARED is
   */
  public record Count(String database, long statements, long bracket, long prepared, long commits) {

    public Count plus(Count other) {
      return new Count(
          database,
          statements + other.statements,
          bracket + other.bracket,
          prepared + other.prepared,
          commits + other.commits);
    }
  }

  /** One statement and how often it ran. */
  public record Line(String database, long calls, String text, java.math.BigDecimal millis) {}

  /** Loads the extension, which takes a restart of PostgreSQL: the launcher brings it back. */
  public void load() throws SQLException {
    String started = started();
    run("alter system set shared_preload_libraries = 'pg_stat_statements'");
    run("alter system set pg_stat_statements.track = 'none'");
    ProcessHandle.of(benchShop.pid("postgres")).ifPresent(StatementCounts::interrupt);
    boolean back = Wait.upTo(RESTARTING, () -> !started().equals(started));
    if (!back) {
      throw new BenchFailed("PostgreSQL of " + benchShop.name() + " does not come back");
    }
    run("create extension pg_stat_statements");
  }

  /** The launcher's own way to stop it: sessions end, nothing is lost. */
  private static void interrupt(ProcessHandle postgres) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
    } catch (java.io.IOException e) {
      postgres.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String started() throws SQLException {
    try (Connection connection = benchShop.connect("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select pg_postmaster_start_time()")) {
      row.next();
      return row.getString(1);
    }
  }

  public void begin() throws SQLException {
    run("alter system set pg_stat_statements.track = 'top'");
    run("select pg_reload_conf(), pg_stat_statements_reset()");
  }

  public void end() throws SQLException {
    run("alter system set pg_stat_statements.track = 'none'");
    run("select pg_reload_conf()");
  }

  public List<Count> counts() throws SQLException {
    List<Count> counts = new ArrayList<>();
    try (Connection connection = benchShop.connect("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(PER_DATABASE)) {
      while (row.next()) {
        counts.add(
            new Count(
                row.getString("datname"),
                row.getLong("statements"),
                row.getLong("bracket"),
                row.getLong("prepared"),
                row.getLong("commits")));
      }
    }
    return counts;
  }

  /** What ran at least once in twenty orders. */
  public List<Line> lines(long orders) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (Connection connection = benchShop.connect("postgres");
        var query = connection.prepareStatement(ALL)) {
      query.setLong(1, orders);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getString("datname"),
                  row.getLong("calls"),
                  row.getString("query"),
                  row.getBigDecimal("millis")));
        }
      }
    }
    return lines;
  }

  /** Lets the late statistics of commits come in. */
  public void settle() {
    long from = System.nanoTime();
    Wait.upTo(
        STATISTICS_LATE.multipliedBy(2),
        () -> System.nanoTime() - from > STATISTICS_LATE.toNanos());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = benchShop.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
