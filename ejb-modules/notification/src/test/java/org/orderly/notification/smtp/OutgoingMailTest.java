package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutgoingMailTest {

  private static final UUID ID = UUID.fromString("0190a5a0-0000-3000-8000-000000000001");
  private static final Session SESSION = Session.getInstance(new Properties());

  @Test
  void carriesUmlautsAndSymbolsUnharmed() throws Exception {
    MimeMessage mail = travelled("Jürgen Ünal", "Ihr Einkauf: 5 €", "Größe 42 – 日本語\n");
    assertThat(mail.getSubject()).isEqualTo("Ihr Einkauf: 5 €");
    assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo("Größe 42 – 日本語\n");
    InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
    assertThat(to.getPersonal()).isEqualTo("Jürgen Ünal");
    assertThat(to.getAddress()).isEqualTo("ada@example.org");
  }

  @Test
  void derivesTheMessageIdFromTheDelivery() throws Exception {
    assertThat(travelled("Ada", "Hello", "Hello").getMessageID())
        .isEqualTo("<" + ID + "@shop.example>");
  }

  @Test
  void letsNoTextBreakOutOfItsHeader() throws Exception {
    MimeMessage mail = travelled("Ada\r\nBcc: a@evil.example", "Hi\r\nBcc: b@evil.example", "Hi");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo("Hi Bcc: b@evil.example");
  }

  @Test
  void asksNoMachineToAnswer() throws Exception {
    assertThat(travelled("Ada", "Hello", "Hello").getHeader("Auto-Submitted"))
        .containsExactly("auto-generated");
  }

  @Test
  void refusesSeveralRecipientsInOne() {
    MailDelivery two =
        new MailDelivery(ID, "ada@example.org, eve@example.org", "Ada", "Hello", "Hello", 1);
    assertThatThrownBy(() -> new OutgoingMail(SESSION, "shop@shop.example", two))
        .isInstanceOf(AddressException.class);
  }

  /** The mail as its receiver reads it. */
  private static MimeMessage travelled(String name, String subject, String body) throws Exception {
    MailDelivery delivery = new MailDelivery(ID, "ada@example.org", name, subject, body, 1);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    new OutgoingMail(SESSION, "The shop <orders@shop.example>", delivery).writeTo(wire);
    return parsed(wire.toByteArray());
  }

  private static MimeMessage parsed(byte[] wire) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(wire));
  }
}
