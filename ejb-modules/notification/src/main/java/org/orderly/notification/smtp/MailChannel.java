package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.kernel.RoundTrip;
import org.orderly.notification.Notice;
import org.orderly.notification.NotificationChannel;

/** Writes mails down, to be sent after the commit. */
@ApplicationScoped
class MailChannel implements NotificationChannel {

  private final MailQueue queue;
  private final MailBell bell;

  @Inject
  MailChannel(MailQueue queue, MailBell bell) {
    this.queue = queue;
    this.bell = bell;
  }

  @Override
  public void write(RoundTrip writes, Notice notice) {
    queue.add(writes, notice);
  }

  @Override
  public void written() {
    bell.ring();
  }
}
