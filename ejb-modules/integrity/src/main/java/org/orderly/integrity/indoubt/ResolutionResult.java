package org.orderly.integrity.indoubt;

import java.time.Instant;
import java.util.List;
import org.orderly.commit.RecoveryPass;
import org.orderly.commit.Resolution;

/**
 * What became of the branches that somebody wanted ended.
 *
 * @param unreachable the databases that did not answer: what they hold stays as it is
 */
public record ResolutionResult(List<Branch> branches, List<String> unreachable) {

  /**
   * @param action {@code COMMITTED}, {@code ROLLED_BACK}, or {@code LEFT} while a live session is
   *     about to decide
   */
  public record Branch(String globalId, String database, String action, Instant preparedAt) {}

  static ResolutionResult of(RecoveryPass recoveryPass) {
    return new ResolutionResult(
        recoveryPass.resolutions().stream().map(ResolutionResult::branch).toList(),
        recoveryPass.unreachable());
  }

  private static Branch branch(Resolution resolution) {
    return new Branch(
        resolution.globalId(),
        resolution.database(),
        resolution.action().name(),
        resolution.preparedAt());
  }
}
