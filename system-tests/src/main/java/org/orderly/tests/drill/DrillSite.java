package org.orderly.tests.drill;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orderly.server.LocalStack;
import org.orderly.server.component.Component;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchSettings;
import org.orderly.tests.drill.customer.InstanceClient;
import org.orderly.tests.load.Databases;
import org.orderly.tests.load.ShopClient;

/** The machine that is drilled: three PostgreSQL servers, one or two instances. */
public final class DrillSite implements AutoCloseable {
  private static final String HEAP = "ORDERLY_SERVER_HEAP";
  private static final Duration COMING_UP = Duration.ofMinutes(10);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(5);

  private final Path folder;
  private final LocalStack localStack;
  private final Databases databases;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ONE_ANSWER)
          .build();

  public DrillSite(Path folder, int instances) {
    this(folder, instances, Distribution.locate());
  }

  DrillSite(Path folder, int instances, Distribution distribution) {
    this.folder = folder;
    LaunchSettings launchSettings =
        LaunchSettings.in(folder)
            .of(distribution)
            .withApart("inventory", "payment")
            .withInstances(instances)
            .with(HEAP, System.getenv().getOrDefault(HEAP, "512m"));
    this.localStack = LocalStack.start(launchSettings);
    this.databases = new Databases(localStack.environment());
  }

  /** A server that ended in order starts faster from then on: its classes are kept as they were. */
  void startFaster() {
    localStack.stop(Component.SERVER);
    localStack.start(Component.SERVER);
  }

  public LocalStack machine() {
    return localStack;
  }

  public Path folder() {
    return folder;
  }

  int instances() {
    return localStack.urls().size();
  }

  /** A client that is to be used while nothing is down. */
  public ShopClient shop() {
    return new ShopClient(localStack.url());
  }

  public String signInAdmin() {
    return shop().login(localStack.admin().email(), localStack.admin().password());
  }

  public InstanceClient till() {
    return new InstanceClient(localStack.urls());
  }

  public Connection connect(String domain) throws SQLException {
    return databases.connect(domain);
  }

  /** The rows, each as its columns with a space between. */
  public List<String> rows(String domain, String sql, Object... parameters) throws SQLException {
    try (Connection connection = connect(domain);
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Object parameter = parameters[i];
        query.setObject(
            i + 1,
            parameter instanceof String[] words
                ? connection.createArrayOf("text", words)
                : parameter);
      }
      try (ResultSet row = query.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        List<String> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(line(row, columns));
        }
        return rows;
      }
    }
  }

  private static String line(ResultSet row, int columns) throws SQLException {
    List<String> words = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      words.add(String.valueOf(row.getString(i)).strip());
    }
    return String.join(" ", words);
  }

  public long count(String domain, String sql, Object... parameters) throws SQLException {
    return Long.parseLong(rows(domain, sql, parameters).get(0));
  }

  /** The broker's password for those who may make queues. */
  String brokerSecret() throws IOException {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    return secrets.getProperty("broker.admin");
  }

  String brokerUrl() {
    return localStack.environment().get("ORDERLY_BROKER_URL");
  }

  /**
   * Returns when every instance says that it is ready.
   *
   * @throws ConditionNotMet if one does not
   */
  public void awaitReady() throws InterruptedException {
    for (URI url : localStack.urls()) {
      Patience.await(COMING_UP, url + " to be ready", () -> isReady(url));
    }
  }

  private boolean isReady(URI url) throws IOException, InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(url.resolve("health/ready")).timeout(ONE_ANSWER).build();
    return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  /** Which instance has the relay's lock on the ordering database at this moment; 0 if none. */
  int relay() throws SQLException {
    List<String> holders =
        rows(
            "ordering",
            "select a.application_name from pg_locks l join pg_stat_activity a using (pid)"
                + " where l.locktype = 'advisory' and l.granted and l.objid = 7305812"
                + " and l.database = (select oid from pg_database where datname = 'ordering')");
    if (holders.isEmpty()) {
      return 0;
    }
    String first = localStack.environment().get("ORDERLY_INSTANCE");
    return IntStream.rangeClosed(1, instances())
        .filter(n -> holders.get(0).equals(n == 1 ? first : first + "-" + n))
        .findFirst()
        .orElseThrow(
            () ->
                new ConditionNotMet(
                    "nobody knows " + holders.stream().collect(Collectors.joining())));
  }

  @Override
  public void close() {
    localStack.close();
  }
}
