package org.orderly.commit;

import java.util.List;

/**
 * What one look at the databases has come to.
 *
 * @param unreachable the databases that did not answer, or not to the end
 */
public record RecoveryPass(List<Resolution> resolutions, List<String> unreachable) {

  public RecoveryPass {
    resolutions = List.copyOf(resolutions);
    unreachable = List.copyOf(unreachable);
  }
}
