package org.orderly.notification.smtp;

import java.time.Duration;
import org.orderly.platform.resilience.Backoff;

/** Retry policy of mails: after 10 s, then twice as long each time, up to an hour. */
final class MailRetryPolicy {

  /** Some 25 hours after the first attempt, like other mail servers' first warning. */
  static final int MAX_ATTEMPTS = 32;

  private static final Backoff BACKOFF =
      Backoff.doubling(Duration.ofSeconds(10), Duration.ofHours(1));

  private MailRetryPolicy() {}

  static boolean exhausted(int attempt) {
    return attempt >= MAX_ATTEMPTS;
  }

  /** The pause after the attempt of this number, from 1. */
  static Duration pauseAfter(int attempt) {
    return BACKOFF.after(attempt);
  }
}
