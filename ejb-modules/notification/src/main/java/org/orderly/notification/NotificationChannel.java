package org.orderly.notification;

import java.util.List;
import org.orderly.platform.persistence.SqlBatch;

/** A channel that delivers notifications. */
public interface NotificationChannel {

  /**
   * Writes notifications, in the batch that also enters their events: all commit, or none. Anything
   * outside the database has to happen afterwards, by the channel's own means.
   */
  void write(SqlBatch writes, List<Notification> notifications);

  /** Learns that what it wrote is committed. A crash may keep this from it. */
  default void written() {
    // most channels have nothing to do until somebody asks
  }
}
