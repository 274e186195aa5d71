package org.orderly.integrity.indoubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.orderly.commit.RecoverableDatabase;
import org.orderly.ordering.OrderingDatabase;

/** The databases of transactions over several, as they are reached outside of every pool. */
@ApplicationScoped
class CommitDatabases {

  private static final List<String> MEMBERS =
      List.of("identity", "catalog", "inventory", "payment", "notification");

  private final Config config;

  @Inject
  CommitDatabases(Config config) {
    this.config = config;
  }

  RecoverableDatabase decision() {
    return database(OrderingDatabase.NAME);
  }

  List<RecoverableDatabase> members() {
    return MEMBERS.stream().map(this::database).toList();
  }

  /** Who we are. */
  String instance() {
    return config.getOptionalValue("orderly.instance", String.class).orElse("unnamed");
  }

  private RecoverableDatabase database(String name) {
    String prefix = "orderly.db." + name + ".";
    return new RecoverableDatabase(
        name,
        config.getValue(prefix + "url", String.class),
        config.getValue(prefix + "user", String.class),
        config.getValue(prefix + "password", String.class));
  }
}
