package org.orderly.notification;

import org.orderly.platform.persistence.SqlBatch;

/** A way to reach people. */
public interface NotificationChannel {

  /**
   * Writes a notice down, on the journey that also enters its event: both commit, or neither.
   * Anything outside the database has to happen afterwards, by the channel's own means.
   */
  void write(SqlBatch writes, Notification notification);

  /** Learns that what it wrote is committed. A crash may keep this from it. */
  default void written() {
    // most channels have nothing to do until somebody asks
  }
}
