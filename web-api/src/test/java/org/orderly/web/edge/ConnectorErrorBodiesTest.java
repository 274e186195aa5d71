package org.orderly.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.web.edge.RefusalWriter.Refusal;

class ConnectorErrorBodiesTest {

  private final ConnectorErrorBodies answers =
      new ConnectorErrorBodies(
          status ->
              new Refusal(
                  status,
                  "Refused",
                  "id-1",
                  "application/problem+json",
                  ("{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8)));

  @ParameterizedTest
  @CsvSource({"400 Bad Request,400", "505 HTTP Version Not Supported,505", "200 OK,400"})
  void sayWhatTheConnectorRefuses(String status, int told) {
    String head =
        "HTTP/1.1 " + status + "\r\nDate: Mon\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    assertThat(answers.completed(head).map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
        .hasValueSatisfying(
            answer ->
                assertThat(answer)
                    .startsWith("HTTP/1.1 " + told + " Refused\r\nX-Request-Id: id-1\r\n")
                    .contains("\r\nContent-Length: 14\r\n", "\r\nConnection: close\r\n")
                    .endsWith("\r\n\r\n{\"status\":" + told + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Request-Id: 1\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n",
        "{\"items\":[]}",
        ""
      })
  void leaveEverythingElseAsItIs(String answer) {
    assertThat(answers.completed(answer)).isEmpty();
  }

  @Test
  void knowNoAnswerByItsBodyAlone() {
    assertThat(answers.completed("say HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n")).isEmpty();
  }
}
