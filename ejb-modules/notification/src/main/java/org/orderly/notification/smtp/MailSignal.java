package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.orderly.platform.jobs.Signal;

/** Wakes this instance's sender when a mail has been committed, so that it is sent at once. */
@ApplicationScoped
class MailSignal {

  private final Signal signal = new Signal();

  void ring() {
    signal.signal();
  }

  /** Waits for a mail of this instance; retries and mails of other instances do not signal. */
  void await(Duration atMost) throws InterruptedException {
    signal.await(atMost);
  }
}
