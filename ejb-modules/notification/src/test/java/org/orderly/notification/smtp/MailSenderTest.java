package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server on the loopback; only the database is a fake. */
class MailSenderTest {

  private static final String NOBODY = "nobody@example.org";

  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private final FakeQueue queue = new FakeQueue();
  private SMTPServer server;

  @BeforeEach
  void openServer() throws IOException {
    server =
        SMTPServer.port(freePort())
            .bindAddress(InetAddress.getLoopbackAddress())
            .simpleMessageListener(new Mailbox())
            .build();
    server.start();
  }

  @AfterEach
  void closeServer() {
    server.stop();
  }

  @Test
  void sendsEverythingThatIsDue() {
    queue.due("ada@example.org", 1);
    queue.due("eve@example.org", 1);
    sender().sendDue(() -> false);
    assertThat(delivered).hasSize(2);
    assertThat(delivered.get(0)).contains("To: Ada <ada@example.org>").contains("Subject: Hello");
    assertThat(queue.outcomes).containsExactly("sent ada@example.org", "sent eve@example.org");
  }

  @Test
  void givesUpOnARecipientThatTheServerDoesNotKnowAndGoesOn() {
    queue.due(NOBODY, 1);
    queue.due("ada@example.org", 1);
    sender().sendDue(() -> false);
    assertThat(queue.outcomes).containsExactly("gave up " + NOBODY, "sent ada@example.org");
  }

  @Test
  void givesUpOnATextThatIsNoAddress() {
    queue.due("no address", 1);
    sender().sendDue(() -> false);
    assertThat(queue.outcomes).containsExactly("gave up no address");
  }

  @Test
  void waitsLongerAtEachAttemptWhileTheServerIsAway() {
    server.stop();
    queue.due("ada@example.org", 3);
    queue.due("eve@example.org", 1);
    sender().sendDue(() -> false);
    assertThat(queue.outcomes).containsExactly("retry ada@example.org in PT40S");
    assertThat(queue.due).as("left alone until the server is back").hasSize(1);
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    server.stop();
    queue.due("ada@example.org", MailRetryPolicy.MAX_ATTEMPTS);
    sender().sendDue(() -> false);
    assertThat(queue.outcomes).containsExactly("gave up ada@example.org");
  }

  private MailSender sender() {
    return new MailSender(
        queue,
        new SmtpSettings(
            Optional.of("127.0.0.1"),
            Optional.of(server.getPort()),
            Optional.empty(),
            Optional.empty(),
            "none",
            "shop@example.org"),
        new SmtpClient());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private final class Mailbox implements SimpleMessageListener {
    @Override
    public boolean accept(String from, String recipient) {
      return !recipient.equals(NOBODY);
    }

    @Override
    public void deliver(String from, String recipient, InputStream mail) throws IOException {
      delivered.add(new String(mail.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static final class FakeQueue extends MailRepository {
    private final Queue<MailDelivery> due = new ArrayDeque<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();

    FakeQueue() {
      super(null, new UnconfirmedAddressLimit(0, 0));
    }

    void due(String recipient, int attempt) {
      due.add(new MailDelivery(UUID.randomUUID(), recipient, "Ada", "Hello", "Hello\n", attempt));
    }

    @Override
    Optional<MailDelivery> claim() {
      return Optional.ofNullable(due.poll());
    }

    @Override
    void markSent(MailDelivery sent) {
      outcomes.add("sent " + sent.recipient());
    }

    @Override
    Optional<MailDelivery> markSentAndClaim(MailDelivery sent) {
      markSent(sent);
      return claim();
    }

    @Override
    void retryLater(MailDelivery delivery, String reason, Duration pause) {
      outcomes.add("retry " + delivery.recipient() + " in " + pause);
    }

    @Override
    void giveUp(MailDelivery delivery, String reason) {
      outcomes.add("gave up " + delivery.recipient());
    }
  }
}
