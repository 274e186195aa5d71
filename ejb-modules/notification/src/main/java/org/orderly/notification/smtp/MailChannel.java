package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.orderly.notification.Notification;
import org.orderly.notification.NotificationChannel;
import org.orderly.platform.persistence.SqlBatch;

/** Queues mails in the caller's transaction, to be sent after the commit. */
@ApplicationScoped
class MailChannel implements NotificationChannel {

  private final MailRepository queue;
  private final MailSignal bell;

  @Inject
  MailChannel(MailRepository queue, MailSignal bell) {
    this.queue = queue;
    this.bell = bell;
  }

  @Override
  public void write(SqlBatch writes, List<Notification> notifications) {
    queue.add(writes, notifications);
  }

  @Override
  public void written() {
    bell.ring();
  }
}
