package org.orderly.notification.smtp;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Keeps one sender of mail running on every instance. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class MailJob {

  private static final Logger LOG = Logger.getLogger(MailJob.class.getName());
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private MailSender sender;
  @Inject private MailSignal bell;
  @Inject private SmtpSettings settings;
  @Resource private ManagedThreadFactory threadFactory;

  private BackgroundJob backgroundJob;

  /** Public, since the EJB container finds no other. */
  public MailJob() {}

  @PostConstruct
  void start() {
    if (!settings.areComplete()) {
      LOG.warning("Mails wait until ORDERLY_SMTP_HOST names a mail server");
      return;
    }
    backgroundJob = BackgroundJob.start(threadFactory, "mail-sender", this::turn);
  }

  @PreDestroy
  void stop() {
    if (backgroundJob != null) {
      backgroundJob.stop(STOPPING);
    }
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    try {
      sender.sendDue(self::isStopping);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "mails wait: " + e.getMessage());
    }
    bell.await(POLL);
  }
}
