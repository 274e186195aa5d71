package org.orderly.platform.group;

import java.time.Duration;

/**
 * Limits of a {@link GroupCommit}.
 *
 * @param lanes groups that are committed at the same time
 * @param queueMax entries that wait
 * @param entriesMax entries of a group
 * @param weightMax sum of the weights of a group; a single entry may exceed it
 * @param entriesOfOwnerMax entries of one owner in a group; the others wait for the next group
 * @param waitMax how long an entry waits for a group
 */
public record GroupLimits(
    int lanes,
    int queueMax,
    int entriesMax,
    int weightMax,
    int entriesOfOwnerMax,
    Duration waitMax) {

  public GroupLimits {
    if (lanes < 1 || queueMax < 1 || entriesMax < 1 || weightMax < 1 || entriesOfOwnerMax < 1) {
      throw new IllegalArgumentException("limits of a group are at least 1");
    }
  }
}
