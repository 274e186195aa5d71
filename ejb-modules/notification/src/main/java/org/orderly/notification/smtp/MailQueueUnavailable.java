package org.orderly.notification.smtp;

import org.orderly.kernel.DomainException;

/** The notification database would not take or give mails. */
final class MailQueueUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  MailQueueUnavailable(Throwable cause) {
    super(Kind.UNAVAILABLE, "database-unavailable", "the notification database is not available");
    initCause(cause);
  }
}
