package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.platform.resilience.CircuitBreakerState;

/** Sends the mails that are due, one after the other, with no transaction open. */
@ApplicationScoped
class MailSender {

  private static final Logger LOG = Logger.getLogger(MailSender.class.getName());
  private static final int MAX_REASON = 500;

  private final MailRepository queue;
  private final SmtpSettings settings;
  private final SmtpClient line;
  private final CircuitBreakerState service =
      new CircuitBreakerState(
          "mail", Duration.ofMillis(SmtpClient.PAUSE_MILLIS), CircuitBreakerOpenException.class);

  @Inject
  MailSender(MailRepository queue, SmtpSettings settings, SmtpClient line) {
    this.queue = queue;
    this.settings = settings;
    this.line = line;
  }

  @Produces
  @Singleton
  CircuitBreakerState service() {
    return service;
  }

  /**
   * Goes on until nothing is due, the server is in no state to take more, or it is told to stop.
   */
  void sendDue(BooleanSupplier stopping) {
    if (service.report().state() == CircuitBreakerState.State.OPEN) {
      return;
    }
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
      send(server, delivery);
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

  /** What the server says about one mail is an answer of it, so it is thrown out of the guard. */
  private void send(SmtpConnection server, MailDelivery delivery) throws MessagingException {
    Optional<MessagingException> refused =
        service.call(
            () -> {
              try {
                line.send(server, delivery);
                return Optional.empty();
              } catch (SendFailedException | AddressException e) {
                return Optional.of(e);
              }
            });
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  private void settle(MailDelivery delivery, Exception failure) {
    String reason = reason(failure);
    if (SmtpConnection.isFinal(failure) || MailRetryPolicy.exhausted(delivery.attempt())) {
      queue.giveUp(delivery, reason);
      LOG.warning("mail " + delivery.id() + " cannot be delivered: " + reason);
    } else {
      queue.retryLater(delivery, reason, MailRetryPolicy.pauseAfter(delivery.attempt()));
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
