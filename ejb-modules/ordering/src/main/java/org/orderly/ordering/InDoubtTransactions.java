package org.orderly.ordering;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.orderly.commit.Database;
import org.orderly.commit.Resolver;

/** Transactions that a crash cut in two, and their end. */
@ApplicationScoped
class InDoubtTransactions {

  private static final List<String> MEMBERS =
      List.of("identity", "catalog", "inventory", "payment", "notification");

  private final Resolver resolver;

  @Inject
  InDoubtTransactions(Config config) {
    List<Database> members = MEMBERS.stream().map(name -> database(config, name)).toList();
    String instance = config.getOptionalValue("orderly.instance", String.class).orElse("unnamed");
    this.resolver = new Resolver(database(config, OrderingDatabase.NAME), members, instance);
  }

  /** Ends what can be ended now; safe at any time, on any number of instances at once. */
  void resolve() {
    resolver.run();
  }

  @PreDestroy
  void disconnect() {
    resolver.close();
  }

  private static Database database(Config config, String name) {
    String prefix = "orderly.db." + name + ".";
    return new Database(
        name,
        config.getValue(prefix + "url", String.class),
        config.getValue(prefix + "user", String.class),
        config.getValue(prefix + "password", String.class));
  }
}
