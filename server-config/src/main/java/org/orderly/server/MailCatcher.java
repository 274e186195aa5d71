package org.orderly.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that delivers every mail, whoever it is for, as a file into one folder. */
final class MailCatcher implements AutoCloseable {
  private static final int LARGEST_MAIL = 5 * 1024 * 1024;
  private static final int KEPT = 10_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final AtomicLong number = new AtomicLong();
  private final SMTPServer server;

  MailCatcher(Path folder, int port) {
    this.folder = folder;
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .maxMessageSize(LARGEST_MAIL)
            .maxConnections(50)
            .simpleMessageListener(delivery())
            .build();
  }

  void open() {
    prune();
    server.start();
  }

  private SimpleMessageListener delivery() {
    return new SimpleMessageListener() {
      @Override
      public boolean accept(String from, String recipient) {
        return true;
      }

      @Override
      public void deliver(String from, String recipient, InputStream mail) throws IOException {
        keep(mail);
      }
    };
  }

  /** A reader never finds half a mail: it gets its name when it is complete. */
  private void keep(InputStream mail) throws IOException {
    String name = NAME.format(Instant.now()) + "-" + number.incrementAndGet();
    Path draft = folder.resolve("." + name + ".new");
    Files.copy(mail, draft);
    Files.move(draft, folder.resolve(name + ".eml"));
  }

  private void prune() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> mails = files.sorted().toList();
      for (Path mail : mails.subList(0, Math.max(0, mails.size() - KEPT))) {
        Files.delete(mail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
