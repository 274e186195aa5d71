package org.orderly.notification;

/** A way to reach people. */
public interface NotificationChannel {

  /**
   * Takes a notice in the caller's transaction: what it writes commits with the event being taken
   * in. Anything outside the database has to happen afterwards, by the channel's own means.
   */
  void deliver(Notice notice);
}
