package org.orderly.notification.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A mail in the form that travels: plain text in UTF-8, with headers that nobody can break out of.
 */
final class OutgoingMail extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  /**
   * @throws MessagingException if sender or recipient are no mail addresses
   */
  OutgoingMail(Session session, String from, MailDelivery delivery) throws MessagingException {
    super(session);
    InternetAddress sender = new InternetAddress(from, true);
    messageId = "<" + delivery.id() + "@" + domain(sender) + ">";
    setFrom(sender);
    setRecipient(Message.RecipientType.TO, recipient(delivery));
    setSubject(oneLine(delivery.subject()), UTF_8);
    setText(delivery.body(), UTF_8);
    setSentDate(new Date());
    // asks vacation responders not to answer (RFC 3834)
    setHeader("Auto-Submitted", "auto-generated");
    saveChanges();
  }

  /** Derived from the delivery, so that a mail sent twice is recognised as one. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static InternetAddress recipient(MailDelivery delivery) throws MessagingException {
    InternetAddress address = new InternetAddress(oneLine(delivery.recipient()), true);
    try {
      address.setPersonal(oneLine(delivery.recipientName()), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
    return address;
  }

  private static String domain(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
  }

  /** A line break in a header would let its text write further headers. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
