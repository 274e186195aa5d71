package org.orderly.ordering.indoubt;

import java.time.Instant;
import java.util.List;
import org.orderly.commit.Resolution;
import org.orderly.commit.Round;

/**
 * What became of the branches that somebody wanted ended.
 *
 * @param unreachable the databases that did not answer: what they hold stays as it is
 */
public record ResolveOutcome(List<Branch> branches, List<String> unreachable) {

  /**
   * @param action {@code COMMITTED}, {@code ROLLED_BACK}, or {@code LEFT} while a live session is
   *     about to decide
   */
  public record Branch(String globalId, String database, String action, Instant preparedAt) {}

  static ResolveOutcome of(Round round) {
    return new ResolveOutcome(
        round.resolutions().stream().map(ResolveOutcome::branch).toList(), round.unreachable());
  }

  private static Branch branch(Resolution resolution) {
    return new Branch(
        resolution.globalId(),
        resolution.database(),
        resolution.action().name(),
        resolution.preparedAt());
  }
}
