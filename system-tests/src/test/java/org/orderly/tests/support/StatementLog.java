package org.orderly.tests.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said to PostgreSQL in the meantime, by its own log. */
public final class StatementLog implements AutoCloseable {

  private static final Path DATA = Path.of("target", "shop");

  /** A database and a query to it, without the name of the prepared statement and what follows. */
  private static final Pattern SAID =
      Pattern.compile(
          "\\[\\d+] (\\w+) LOG: +(?:statement|execute [^:]+): +((?:select|with)\\b.*?)"
              + "(?=\\s*\\n\\d{4}-\\d\\d-\\d\\d |\\z)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final Connection connection = superuser();
  private final String begin = "begin-" + UUID.randomUUID();

  private StatementLog() throws SQLException {}

  public static StatementLog listen() throws SQLException {
    StatementLog spoken = new StatementLog();
    spoken.say("alter system set log_statement = 'all'");
    spoken.say("select pg_reload_conf()");
    // sessions hear of it before their next statement
    Eventually.see("a talkative PostgreSQL", () -> spoken.marked(spoken.begin), marked -> marked);
    return spoken;
  }

  /** How many statements since have one of these texts in them. */
  public int about(String... texts) {
    return (int)
        Arrays.stream(meantime().split("LOG:"))
            .filter(line -> Arrays.stream(texts).anyMatch(line::contains))
            .count();
  }

  /**
   * How many queries of a request were said since, if it was sent so many times: what others say to
   * the same database now and then is less frequent.
   */
  public int repeated(int times) {
    Map<String, Long> frequencies =
        SAID.matcher(meantime())
            .results()
            .filter(said -> !said.group(2).strip().equals("select 1"))
            .collect(
                Collectors.groupingBy(
                    said -> said.group(1) + ": " + said.group(2).strip(), Collectors.counting()));
    return frequencies.values().stream().mapToInt(n -> (int) (n / times)).sum();
  }

  private String meantime() {
    String end = "end-" + UUID.randomUUID();
    Eventually.see("the end of it", () -> marked(end), marked -> marked);
    String log = log();
    return log.substring(log.lastIndexOf(begin), log.indexOf(end));
  }

  private boolean marked(String mark) {
    try {
      say("select '" + mark + "'");
      return log().contains(mark);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void say(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String log() {
    try {
      return Files.readString(DATA.resolve("logs/postgres.log"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection superuser() throws SQLException {
    Properties secrets = new Properties();
    try (InputStream file = Files.newInputStream(DATA.resolve("secrets.properties"))) {
      secrets.load(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String url = RunningShop.environment().get("ORDERLY_DB_ORDERING_URL");
    return DriverManager.getConnection(url, "postgres", secrets.getProperty("database.superuser"));
  }

  @Override
  public void close() throws SQLException {
    say("alter system reset log_statement");
    say("select pg_reload_conf()");
    connection.close();
  }
}
