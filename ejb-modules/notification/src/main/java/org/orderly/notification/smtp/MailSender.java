package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/** Sends the mails that are due, one after the other, with no transaction open. */
@ApplicationScoped
class MailSender {

  private static final Logger LOG = Logger.getLogger(MailSender.class.getName());
  private static final int MAX_REASON = 500;

  private final MailQueue queue;
  private final SmtpSettings settings;

  @Inject
  MailSender(MailQueue queue, SmtpSettings settings) {
    this.queue = queue;
    this.settings = settings;
  }

  /**
   * Goes on until nothing is due, the server is in no state to take more, or it is told to stop.
   */
  void sendDue(BooleanSupplier stopping) {
    try (SmtpConnection server = new SmtpConnection(settings)) {
      Optional<MailDelivery> due = queue.claim();
      while (due.isPresent()) {
        due = attempt(server, due.get(), stopping);
      }
    }
  }

  /** Returns the next mail to attempt, if there is one and the server can take it. */
  private Optional<MailDelivery> attempt(
      SmtpConnection server, MailDelivery delivery, BooleanSupplier stopping) {
    try {
      server.send(delivery);
    } catch (MessagingException | RuntimeException e) {
      settle(delivery, e);
      return SmtpConnection.isAboutOneMail(e) ? queue.claim() : Optional.empty();
    }
    if (stopping.getAsBoolean()) {
      queue.markSent(delivery);
      return Optional.empty();
    }
    return queue.markSentAndClaim(delivery);
  }

  private void settle(MailDelivery delivery, Exception failure) {
    String reason = reason(failure);
    if (SmtpConnection.isFinal(failure) || RetryPlan.exhausted(delivery.attempt())) {
      queue.giveUp(delivery, reason);
      LOG.warning("mail " + delivery.id() + " cannot be delivered: " + reason);
    } else {
      queue.retryLater(delivery, reason, RetryPlan.pauseAfter(delivery.attempt()));
      LOG.info("mail " + delivery.id() + " has to wait: " + reason);
    }
  }

  /** What the server said comes second, if it said anything. */
  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    String reason = failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    return reason.substring(0, Math.min(reason.length(), MAX_REASON)).strip();
  }
}
