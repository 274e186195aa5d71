package org.orderly.commit;

import java.util.List;

/**
 * What one look at the databases has come to.
 *
 * @param unreachable the databases that did not answer, or not to the end
 */
public record Round(List<Resolution> resolutions, List<String> unreachable) {

  public Round {
    resolutions = List.copyOf(resolutions);
    unreachable = List.copyOf(unreachable);
  }
}
