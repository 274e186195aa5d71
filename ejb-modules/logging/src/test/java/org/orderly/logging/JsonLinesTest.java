package org.orderly.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

  private final JsonLines lines = new JsonLines();

  @AfterEach
  void leave() {
    LogContext.leave();
  }

  private String line(String message) {
    return lines.format(new LogRecord(Level.WARNING, message));
  }

  @Test
  void tellsWhatIsKnownOfTheRequest() {
    LogContext.enter(Map.of("requestId", "r-1"));
    LogRecord entry = new LogRecord(Level.INFO, "GET /orders 200");
    entry.setLoggerName("orderly.access");
    entry.setParameters(new Object[] {Map.of("status", 200)});
    assertThat(lines.format(entry))
        .startsWith("{\"time\":\"20")
        .contains("\"level\":\"INFO\",\"logger\":\"orderly.access\"")
        .contains("\"message\":\"GET /orders 200\",\"requestId\":\"r-1\",\"status\":200}")
        .endsWith("}\n");
  }

  @Test
  void keepsWhateverIsWrittenWithinOneLine() {
    String line = line("a\r\n{\"level\":\"SEVERE\"}\u2028\u0007\\ \ud800 \ud83d\ude00\tend");
    assertThat(line)
        .contains(
            "\"a\\r\\n{\\\"level\\\":\\\"SEVERE\\\"}\\u2028\\u0007\\\\ \\ud800 \ud83d\ude00\\tend\"");
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
  }

  @Test
  void putsTheStackTraceIntoOneMember() {
    LogRecord entry = new LogRecord(Level.SEVERE, "failed");
    entry.setThrown(new IllegalStateException("outer", new RuntimeException("password=hunter2")));
    assertThat(lines.format(entry))
        .contains("\"stack\":\"java.lang.IllegalStateException: outer\\n\\tat ")
        .contains("Caused by: java.lang.RuntimeException: password=[masked]")
        .containsOnlyOnce("\n");
  }

  @Test
  void boundsLines() {
    assertThat(line("x".repeat(1_000_000))).hasSizeLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer SECRETtoken.with.dots",
        "authorization=Basic SECRETSECRETSECRET",
        "token eyJhbGciOiJFUzI1NiJ9.SECRETpayload.SECRETsignature refused",
        "{\"email\":\"a@b.example\",\"password\":\"SECRET word\"}",
        "{\\\"password\\\":\\\"SECRET word\\\"}",
        "{\"password\":\"SECRET \\ word, cut off",
        "grant_type=x&client_secret=SECRET&scope=y",
        "{\"refreshToken\" : \"SECRET\"}",
        "newPassword=SECRET",
        "{\"totp\":\"SECRET\"}"
      })
  void masksSecretsThatSomebodyQuoted(String message) {
    assertThat(line(message)).contains("[masked]").doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "4111111111111111", "5500-0000-0000-0004"})
  void masksCards(String number) {
    assertThat(line("paid with " + number)).contains("[masked]").doesNotContain(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 2026-000123 of 1795190884387 ms",
        "4111 1111 1111 1112",
        "01a1f9b8-022f-7a68-98ad-880f5958ea9d",
        "the token was refused"
      })
  void leavesTheRest(String message) {
    assertThat(line(message)).contains(message);
  }

  @Test
  void writesNoStackForAClientThatLeft() {
    IOException left = new IOException("Connection is closed");
    left.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.glassfish.grizzly.nio.NIOConnection", "assertOpen", "N.java", 1)
        });
    LogRecord entry =
        new LogRecord(
            Level.WARNING,
            "failed\njava.io.IOException: Broken pipe\n\tat org.glassfish.grizzly.X");
    entry.setThrown(left);
    assertThat(new JsonLines().format(entry))
        .contains("\"message\":\"failed\"")
        .contains("\"stack\":\"java.io.IOException: Connection is closed\"")
        .doesNotContain("grizzly");
  }
}
