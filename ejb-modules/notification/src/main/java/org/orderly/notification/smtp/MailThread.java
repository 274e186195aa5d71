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

/** Keeps one sender of mail running on every instance. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class MailThread {

  private static final Logger LOG = Logger.getLogger(MailThread.class.getName());
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private MailSender sender;
  @Inject private MailBell bell;
  @Inject private SmtpSettings settings;
  @Resource private ManagedThreadFactory threadFactory;

  private Thread thread;

  /** Pools and drivers may swallow an interrupt; this stays. */
  private volatile boolean stopping;

  /** Public, since the EJB container finds no other. */
  public MailThread() {}

  @PostConstruct
  void start() {
    if (!settings.areComplete()) {
      LOG.warning("Mails wait until ORDERLY_SMTP_HOST names a mail server");
      return;
    }
    thread = threadFactory.newThread(this::run);
    thread.setName("mail-sender");
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(STOPPING.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    try {
      while (!stopping) {
        try {
          sender.sendDue(() -> stopping);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, e, () -> "mails wait: " + e.getMessage());
        }
        bell.await(POLL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
