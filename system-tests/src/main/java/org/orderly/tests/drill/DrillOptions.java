package org.orderly.tests.drill;

import java.nio.file.Path;
import org.orderly.server.setup.Distribution;

/**
 * What a drill was asked for.
 *
 * @param rounds how many
 * @param seed of the plan of all rounds and of the clients' requests
 * @param instances 1 or 2 servers
 * @param clients how many order at once
 * @param alive whether servers are only paused, never killed: their starts take longest
 * @param dataDir the machine's folder, new or empty, or {@code null} for a temporary one
 * @param keep whether the folder stays also after a drill without a failure
 * @param distribution what is drilled
 */
public record DrillOptions(
    int rounds,
    long seed,
    int instances,
    int clients,
    boolean alive,
    Path dataDir,
    boolean keep,
    Distribution distribution) {

  /** The same drill in another folder, of another distribution, with so many servers. */
  public DrillOptions in(Path otherDir, Distribution other, int servers) {
    return new DrillOptions(rounds, seed, servers, clients, alive, otherDir, keep, other);
  }
}
