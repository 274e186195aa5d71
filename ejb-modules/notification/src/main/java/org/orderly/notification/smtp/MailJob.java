package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Sends queued mails, one thread on every instance. */
@ApplicationScoped
class MailJob {

  private static final Logger LOG = Logger.getLogger(MailJob.class.getName());

  @Produces
  static BackgroundJob declare(MailSender sender, MailSignal signal, SmtpSettings settings) {
    return BackgroundJob.named("mail-sender")
        .onlyIf(settings.areComplete())
        .every(Duration.ofSeconds(5))
        .wokenBy(signal::await)
        .trouble("mails wait")
        .stopsWithin(Duration.ofSeconds(10))
        .prepares(() -> warn(settings))
        .runs(
            stopping -> {
              sender.sendDue(stopping);
              return false;
            });
  }

  private static void warn(SmtpSettings settings) {
    if (!settings.areComplete()) {
      LOG.warning("Mails wait until ORDERLY_SMTP_HOST names a mail server");
    }
  }
}
