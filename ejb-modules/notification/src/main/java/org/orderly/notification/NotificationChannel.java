package org.orderly.notification;

import org.orderly.platform.persistence.SqlBatch;

/** A channel that delivers notifications. */
public interface NotificationChannel {

  /**
   * Writes a notice down, in the batch that also enters its event: both commit, or neither.
   * Anything outside the database has to happen afterwards, by the channel's own means.
   */
  void write(SqlBatch writes, Notification notification);

  /** Learns that what it wrote is committed. A crash may keep this from it. */
  default void written() {
    // most channels have nothing to do until somebody asks
  }
}
