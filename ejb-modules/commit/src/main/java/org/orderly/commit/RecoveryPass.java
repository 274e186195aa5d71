package org.orderly.commit;

import java.util.List;

/**
 * The result of one recovery pass over the databases.
 *
 * @param unreachable the databases that did not answer, or not to the end
 */
public record RecoveryPass(List<Resolution> resolutions, List<String> unreachable) {

  public RecoveryPass {
    resolutions = List.copyOf(resolutions);
    unreachable = List.copyOf(unreachable);
  }
}
