package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "starttls, 587, false, true",
    "tls,      465, true,  false",
    "none,     25,  false, false",
    "mistyped, 587, false, true",
  })
  void encryptsAsToldAndNeverLessForAMistake(
      String tls, int port, String fromTheStart, String afterwards) {
    SmtpSettings settings = settings(tls, null);
    assertThat(settings.port()).isEqualTo(port);
    assertThat(settings.properties())
        .containsEntry("mail.smtp.ssl.enable", fromTheStart)
        .containsEntry("mail.smtp.starttls.required", afterwards)
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @Test
  void waitsForNothingWithoutEnd() {
    Properties properties = settings("none", null).properties();
    assertThat(properties)
        .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
  }

  @Test
  void signsInOnlyWithAUser() {
    assertThat(settings("none", null).properties()).containsEntry("mail.smtp.auth", "false");
    assertThat(settings("none", "shop").properties()).containsEntry("mail.smtp.auth", "true");
  }

  @Test
  void areIncompleteWithoutAServer() {
    SmtpSettings nowhere =
        new SmtpSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "none",
            "shop@shop.example");
    assertThat(nowhere.areComplete()).isFalse();
  }

  private static SmtpSettings settings(String tls, String user) {
    return new SmtpSettings(
        Optional.of("mail.example"),
        Optional.empty(),
        Optional.ofNullable(user),
        Optional.ofNullable(user),
        tls,
        "shop@shop.example");
  }
}
