package org.orderly.integrity.indoubt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.commit.BranchState;
import org.orderly.commit.InDoubtScan;
import org.orderly.commit.InDoubtTransaction;

/**
 * What is prepared in the databases and not ended.
 *
 * @param unreachable the databases that could not be asked
 */
public record InDoubtReport(List<Transaction> items, List<String> unreachable) {

  /**
   * @param globalId {@code null} if it is not one of ours
   * @param evidence what is known of its outcome
   * @param rule what the resolver does about it
   */
  public record Transaction(
      @Nullable String globalId, String evidence, String rule, List<Branch> branches) {}

  /**
   * @param gid its name in the database
   * @param ageSeconds by that database's clock
   */
  public record Branch(String database, String gid, Instant preparedAt, long ageSeconds) {}

  static InDoubtReport of(InDoubtScan inDoubtScan) {
    Map<String, List<InDoubtTransaction>> byTransaction = new LinkedHashMap<>();
    for (InDoubtTransaction branch : inDoubtScan.branches()) {
      String name = branch.globalId() == null ? "foreign " + branch.gid() : branch.globalId();
      byTransaction.computeIfAbsent(name, any -> new ArrayList<>()).add(branch);
    }
    List<Transaction> items =
        byTransaction.values().stream().map(InDoubtReport::transaction).toList();
    return new InDoubtReport(items, inDoubtScan.unreachable());
  }

  /** The branches that were prepared longer ago than this. */
  public List<Branch> olderThan(Duration age) {
    return items.stream()
        .flatMap(item -> item.branches().stream())
        .filter(branch -> branch.ageSeconds() >= age.toSeconds())
        .toList();
  }

  private static Transaction transaction(List<InDoubtTransaction> branches) {
    InDoubtTransaction first = branches.get(0);
    return new Transaction(
        first.globalId(),
        first.evidence().name(),
        rule(first.evidence()),
        branches.stream().map(InDoubtReport::branch).toList());
  }

  private static Branch branch(InDoubtTransaction branch) {
    return new Branch(
        branch.database(), branch.gid(), branch.preparedAt(), branch.age().toSeconds());
  }

  private static String rule(BranchState evidence) {
    return switch (evidence) {
      case COMMITTED -> "commit";
      case ABORTED -> "roll back";
      case UNDECIDED -> "write a tombstone, then roll back";
      case MARKER_HELD, DECISION_UNREACHABLE -> "wait";
      case FOREIGN -> "leave alone";
    };
  }
}
