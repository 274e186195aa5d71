package org.orderly.ordering.indoubt;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.commit.Resolver;
import org.orderly.commit.Round;
import org.orderly.commit.Surveyor;
import org.orderly.kernel.UserId;

/** Transactions that a crash cut in two, and their end. */
@ApplicationScoped
public class InDoubtTransactions {

  private final CommitDatabases databases;
  private final Resolver resolver;

  @Inject
  InDoubtTransactions(CommitDatabases databases) {
    this.databases = databases;
    this.resolver = resolver();
  }

  private Resolver resolver() {
    return new Resolver(databases.decision(), databases.members(), databases.instance());
  }

  /** Ends what can be ended now; safe at any time, on any number of instances at once. */
  void resolve() {
    resolver.run();
  }

  /** What is prepared in the databases right now, also by transactions that are well. */
  public InDoubtReport report() {
    return InDoubtReport.of(new Surveyor(databases.decision(), databases.members()).survey());
  }

  /**
   * Applies the rule now; idempotent.
   *
   * @param globalId the transaction to end, however young; if empty, all that are old enough to be
   *     in doubt
   * @throws NothingInDoubt if this transaction has no branch in any database
   */
  public ResolveOutcome resolve(Optional<String> globalId, UserId askedBy) {
    try (Resolver asked = resolver()) {
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
}
