package org.orderly.integrity.indoubt;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.commit.InDoubtResolver;
import org.orderly.commit.InDoubtScanner;
import org.orderly.commit.RecoveryPass;
import org.orderly.kernel.UserId;

/** Transactions that a crash cut in two, and their end. */
@ApplicationScoped
public class InDoubtTransactions {

  private final CommitDatabases databases;
  private final InDoubtResolver inDoubtResolver;

  @Inject
  InDoubtTransactions(CommitDatabases databases) {
    this.databases = databases;
    this.inDoubtResolver = resolver();
  }

  private InDoubtResolver resolver() {
    return new InDoubtResolver(databases.decision(), databases.members(), databases.instance());
  }

  /** Ends what can be ended now; safe at any time, on any number of instances at once. */
  void resolve() {
    inDoubtResolver.run();
  }

  /** What is prepared in the databases right now, also by transactions that are well. */
  public InDoubtReport report() {
    return InDoubtReport.of(new InDoubtScanner(databases.decision(), databases.members()).survey());
  }

  /**
   * Applies the rule now; idempotent.
   *
   * @param globalId the transaction to end, however young; if empty, all that are old enough to be
   *     in doubt
   * @throws NothingInDoubt if this transaction has no branch in any database
   */
  public ResolutionResult resolve(Optional<String> globalId, UserId askedBy) {
    try (InDoubtResolver asked = resolver()) {
      RecoveryPass recoveryPass = asked.resolve(globalId, askedBy.value());
      if (globalId.isPresent()
          && recoveryPass.resolutions().isEmpty()
          && recoveryPass.unreachable().isEmpty()) {
        throw new NothingInDoubt();
      }
      return ResolutionResult.of(recoveryPass);
    }
  }

  @PreDestroy
  void disconnect() {
    inDoubtResolver.close();
  }
}
