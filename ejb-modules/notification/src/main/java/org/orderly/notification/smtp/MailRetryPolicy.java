package org.orderly.notification.smtp;

import java.time.Duration;

/** How patiently a mail is tried again: after 10 s, then twice as long each time up to an hour. */
final class MailRetryPolicy {

  /** Some 25 hours after the first attempt, like other mail servers' first warning. */
  static final int MAX_ATTEMPTS = 32;

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  private MailRetryPolicy() {}

  static boolean exhausted(int attempt) {
    return attempt >= MAX_ATTEMPTS;
  }

  /** The pause after the attempt of this number, from 1. */
  static Duration pauseAfter(int attempt) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
