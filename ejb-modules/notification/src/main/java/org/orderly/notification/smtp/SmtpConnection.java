package org.orderly.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A connection to the mail server, opened for the first mail and kept for those that follow. */
final class SmtpConnection implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SmtpConnection.class.getName());

  private final SmtpSettings settings;
  private final Session session;
  private @Nullable Transport transport;

  SmtpConnection(SmtpSettings settings) {
    this.settings = settings;
    this.session = settings.session();
  }

  /**
   * Hands a mail over to the server.
   *
   * @throws MessagingException if the server cannot be reached or does not take it
   */
  void send(MailDelivery delivery) throws MessagingException {
    OutgoingMail mail = new OutgoingMail(session, settings.from(), delivery);
    Transport open = transport;
    if (open == null || !open.isConnected()) {
      open = session.getTransport("smtp");
      transport = open;
      open.connect(settings.host(), settings.port(), settings.user(), settings.password());
    }
    open.sendMessage(mail, mail.getAllRecipients());
  }

  /** Whether the failure is about this recipient for good, so that trying again is no use. */
  static boolean isFinal(Exception failure) {
    return failure instanceof AddressException
        || failure instanceof SendFailedException refused
            && refused.getInvalidAddresses() != null
            && refused.getInvalidAddresses().length > 0;
  }

  /** Whether the failure is about one mail only, so that the server may well take the next. */
  static boolean isAboutOneMail(Exception failure) {
    return failure instanceof AddressException || failure instanceof SendFailedException;
  }

  @Override
  public void close() {
    if (transport == null) {
      return;
    }
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "the mail server did not part politely", e);
    }
  }
}
