package org.orderly.tests.load;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where the databases are and how to get in.
 *
 * @param variables {@code ORDERLY_DB_<DOMAIN>_URL}, {@code _USER} and {@code _PASSWORD}
 */
public record Databases(Map<String, String> variables) {

  private static final List<String> DOMAINS = List.of("ordering", "inventory", "payment");

  /** As the environment says, and what it does not say as kept in the launcher's data folder. */
  public static Databases of(Map<String, String> environment, Path dataFolder) throws IOException {
    Map<String, String> variables = new HashMap<>();
    Path secrets = dataFolder.resolve("secrets.properties");
    if (Files.exists(secrets)) {
      Properties passwords = load(secrets);
      String port = load(dataFolder.resolve("ports.properties")).getProperty("postgres");
      for (String domain : DOMAINS) {
        variables.put(name(domain, "URL"), "jdbc:postgresql://127.0.0.1:" + port + "/" + domain);
        variables.put(name(domain, "USER"), domain);
        variables.put(name(domain, "PASSWORD"), passwords.getProperty("database." + domain));
      }
    }
    variables.putAll(environment);
    return new Databases(variables);
  }

  /**
   * @throws IllegalArgumentException naming the variable that is missing
   */
  public Connection connect(String domain) throws SQLException {
    return DriverManager.getConnection(
        required(domain, "URL"), required(domain, "USER"), required(domain, "PASSWORD"));
  }

  private String required(String domain, String what) {
    String value = variables.get(name(domain, what));
    if (value == null) {
      throw new IllegalArgumentException(
          "Set " + name(domain, what) + ", or name the data folder with --data-dir.");
    }
    return value;
  }

  private static String name(String domain, String what) {
    return "ORDERLY_DB_" + domain.toUpperCase(Locale.ROOT) + "_" + what;
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
