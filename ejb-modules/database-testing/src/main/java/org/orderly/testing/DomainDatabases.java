package org.orderly.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class empty, migrated databases of its own:
 *
 * <pre>{@code
 * @RegisterExtension static final Databases DATABASES = Databases.of("inventory");
 * }</pre>
 */
public final class DomainDatabases implements BeforeAllCallback, AfterAllCallback {

  private final List<String> domains;
  private final Map<String, TestDatabase> databases = new LinkedHashMap<>();

  private DomainDatabases(List<String> domains) {
    this.domains = domains;
  }

  /** Of the named domains; each has a changelog folder of this name. */
  public static DomainDatabases of(String... domains) {
    return new DomainDatabases(List.of(domains));
  }

  /** The database of a domain. */
  public TestDatabase get(String domain) {
    TestDatabase database = databases.get(domain);
    if (database == null) {
      throw new IllegalArgumentException("no database of " + domain + " among " + domains);
    }
    return database;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    domains.forEach(domain -> databases.put(domain, EmbeddedServer.running().create(domain)));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    databases.values().forEach(TestDatabase::drop);
    databases.clear();
  }
}
