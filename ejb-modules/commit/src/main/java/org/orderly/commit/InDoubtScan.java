package org.orderly.commit;

import java.util.List;

/**
 * The prepared branches of all databases.
 *
 * @param unreachable the databases that could not be asked
 */
public record InDoubtScan(List<InDoubtTransaction> branches, List<String> unreachable) {

  public InDoubtScan {
    branches = List.copyOf(branches);
    unreachable = List.copyOf(unreachable);
  }
}
