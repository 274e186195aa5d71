package org.orderly.platform.events;

import java.util.List;
import java.util.UUID;

/**
 * What was sent back to its consumers.
 *
 * @param eventIds one entry for each message
 * @param more whether there may be others to replay
 */
public record ReplayResult(int replayed, List<UUID> eventIds, boolean more) {}
