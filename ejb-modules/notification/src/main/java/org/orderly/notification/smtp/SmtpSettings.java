package org.orderly.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which mail server takes our mails, and how to talk to it. */
@ApplicationScoped
class SmtpSettings {

  private static final String CONNECT_TIMEOUT_MILLIS = "10000";
  private static final String ANSWER_TIMEOUT_MILLIS = "20000";

  private final Optional<String> host;
  private final Optional<Integer> port;
  private final Optional<String> user;
  private final Optional<String> password;
  private final String tls;
  private final String from;
  private @Nullable Session session;

  /**
   * @param tls {@code starttls}, {@code tls} from the first byte, or {@code none}
   * @param from the sender, as an address with or without a name
   */
  @Inject
  SmtpSettings(
      @ConfigProperty(name = "orderly.smtp.host") Optional<String> host,
      @ConfigProperty(name = "orderly.smtp.port") Optional<Integer> port,
      @ConfigProperty(name = "orderly.smtp.user") Optional<String> user,
      @ConfigProperty(name = "orderly.smtp.password") Optional<String> password,
      @ConfigProperty(name = "orderly.smtp.tls", defaultValue = "starttls") String tls,
      @ConfigProperty(name = "orderly.mail.from", defaultValue = "Orderly <no-reply@localhost>")
          String from) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
    this.tls = tls;
    this.from = from;
  }

  boolean areComplete() {
    return host.isPresent();
  }

  String host() {
    return host.orElseThrow();
  }

  int port() {
    return port.orElse(
        switch (tls) {
          case "tls" -> 465;
          case "none" -> 25;
          default -> 587;
        });
  }

  @Nullable String user() {
    return user.orElse(null);
  }

  @Nullable String password() {
    return password.orElse(null);
  }

  String from() {
    return from;
  }

  /** Made once: to make one, all libraries are searched for providers. */
  synchronized Session session() {
    Session known = session;
    if (known == null) {
      known = Session.getInstance(properties());
      session = known;
    }
    return known;
  }

  /** For Jakarta Mail: nothing waits for ever, and no encryption that was asked for is skipped. */
  Properties properties() {
    Properties smtp = new Properties();
    smtp.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MILLIS);
    smtp.setProperty("mail.smtp.timeout", ANSWER_TIMEOUT_MILLIS);
    smtp.setProperty("mail.smtp.writetimeout", ANSWER_TIMEOUT_MILLIS);
    smtp.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
    smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("tls")));
    smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = !tls.equals("tls") && !tls.equals("none");
    smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
    smtp.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
    return smtp;
  }
}
