package org.orderly.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Java's own client, unless told otherwise, offers HTTP/2 with its first request. */
@ExtendWith(RunningShop.class)
class UpgradeIT {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  @Test
  void readsTheBodyOfARequestThatOffersAnotherVersionOfHttp() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(RunningShop.url().resolve("/api/v1/auth/login"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"nobody@example.org\"}"))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("password");
  }
}
