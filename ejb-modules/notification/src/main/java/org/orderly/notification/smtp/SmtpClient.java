package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The way to the mail server behind its circuit breaker.
 *
 * <p>A mail that was not taken is tried again by the queue, never here: the server may have it.
 * Time is limited by the sockets, which an interruption would not reach.
 */
@ApplicationScoped
class SmtpClient {

  static final int PAUSE_MILLIS = 15_000;

  /**
   * Sends a mail; what the server says about one mail or its recipient is an answer, not a failure.
   */
  @CircuitBreaker(
      requestVolumeThreshold = 4,
      failureRatio = 0.5,
      delay = PAUSE_MILLIS,
      skipOn = {SendFailedException.class, AddressException.class})
  void send(SmtpConnection server, MailDelivery mail) throws MessagingException {
    server.send(mail);
  }
}
