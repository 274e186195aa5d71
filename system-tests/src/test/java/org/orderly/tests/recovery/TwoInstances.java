package org.orderly.tests.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orderly.server.LocalStack;
import org.orderly.server.setup.LaunchSettings;
import org.orderly.tests.load.Databases;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Shopper;

/** A shop of two instances on one set of the other parts; what it wrote stays for a look. */
final class TwoInstances implements AutoCloseable {

  private static final Path DATA = Path.of("target", "two-instances").toAbsolutePath();

  private final LocalStack localStack;
  private final List<Api> apis;
  private final Databases databases;

  /** With these variables besides those of every test. */
  TwoInstances(Map<String, String> variables) {
    clear();
    LaunchSettings launchSettings =
        LaunchSettings.in(DATA)
            .withInstances(2)
            .with("ORDERLY_SERVER_HEAP", "512m")
            .with("ORDERLY_PAYMENT_INVOICE_BUYERS", "anyone")
            .with("ORDERLY_UNPAID_ORDERS", "0")
            .with("ORDERLY_UNPAID_ORDERS_ADDRESS", "0");
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      launchSettings = launchSettings.with(variable.getKey(), variable.getValue());
    }
    this.localStack = LocalStack.start(launchSettings);
    this.apis = localStack.urls().stream().map(Api::new).toList();
    this.databases = new Databases(localStack.environment());
  }

  private static void clear() {
    try {
      if (Files.exists(DATA)) {
        try (Stream<Path> old = Files.walk(DATA)) {
          for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(DATA);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Api first() {
    return apis.get(0);
  }

  Api second() {
    return apis.get(1);
  }

  /** One after the other in turns. */
  Api turn(int number) {
    return apis.get(number % apis.size());
  }

  Shopper admin() {
    return Shopper.signedIn(first(), localStack.admin().email(), localStack.admin().password());
  }

  Map<String, String> environment() {
    return localStack.environment();
  }

  long count(String domain, String sql, UUID parameter) {
    try (Connection connection = databases.connect(domain);
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, parameter);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    localStack.close();
  }
}
