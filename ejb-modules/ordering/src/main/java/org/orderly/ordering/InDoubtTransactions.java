package org.orderly.ordering;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.orderly.commit.Database;
import org.orderly.commit.Resolver;
import org.orderly.commit.Round;
import org.orderly.commit.Surveyor;
import org.orderly.kernel.UserId;

/** Transactions that a crash cut in two, and their end. */
@ApplicationScoped
public class InDoubtTransactions {

  private static final List<String> MEMBERS =
      List.of("identity", "catalog", "inventory", "payment", "notification");

  private final Database decision;
  private final List<Database> members;
  private final String instance;
  private final Resolver resolver;

  @Inject
  InDoubtTransactions(Config config) {
    this.decision = database(config, OrderingDatabase.NAME);
    this.members = MEMBERS.stream().map(name -> database(config, name)).toList();
    this.instance = config.getOptionalValue("orderly.instance", String.class).orElse("unnamed");
    this.resolver = new Resolver(decision, members, instance);
  }

  /** Ends what can be ended now; safe at any time, on any number of instances at once. */
  void resolve() {
    resolver.run();
  }

  /** What is prepared in the databases right now, also by transactions that are well. */
  public InDoubtReport report() {
    return InDoubtReport.of(new Surveyor(decision, members).survey());
  }

  /**
   * Applies the rule now; idempotent.
   *
   * @param globalId the transaction to end, however young; if empty, all that are old enough to be
   *     in doubt
   * @throws NothingInDoubt if this transaction has no branch in any database
   */
  public ResolveOutcome resolve(Optional<String> globalId, UserId askedBy) {
    try (Resolver asked = new Resolver(decision, members, instance)) {
      Round round = asked.resolve(globalId, askedBy.value());
      if (globalId.isPresent() && round.resolutions().isEmpty() && round.unreachable().isEmpty()) {
        throw new NothingInDoubt();
      }
      return ResolveOutcome.of(round);
    }
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
