package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.orderly.notification.Notice;
import org.orderly.notification.NotificationChannel;

/** Writes mails down, to be sent after the commit. */
@ApplicationScoped
class MailChannel implements NotificationChannel {

  private final MailQueue queue;
  private final Event<MailQueued> queued;

  @Inject
  MailChannel(MailQueue queue, Event<MailQueued> queued) {
    this.queue = queue;
    this.queued = queued;
  }

  @Override
  public void deliver(Notice notice) {
    queue.add(notice);
    queued.fire(new MailQueued());
  }
}
