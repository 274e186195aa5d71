package org.orderly.tests.drill.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orderly.tests.drill.ConditionNotMet;

/** The sandbox gateway by its control: how fast it answers, and what it holds. */
final class GatewayRecords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path place;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param machine the folder of the machine, where the control's address and key are
   */
  GatewayRecords(Path machine) {
    this.place = machine.resolve("sandbox-gateway");
  }

  /** Every answer takes so long; forgotten when the gateway ends. */
  void latency(long millis) {
    send("PUT", "latency", "{\"millis\":" + millis + "}");
  }

  /** {@code payments} or {@code moves}, all of them. */
  List<JsonNode> all(String what) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = send("GET", what, null);
    page.get("items").forEach(all::add);
    while (page.get("more").asBoolean()) {
      page = send("GET", what + "?after=" + all.get(all.size() - 1).get("id").asText(), null);
      page.get("items").forEach(all::add);
    }
    return all;
  }

  private JsonNode send(String method, String path, String body) {
    try {
      List<String> lines = Files.readAllLines(place);
      HttpRequest.BodyPublisher content =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(lines.get(0) + "/" + path))
              .header("Authorization", "Bearer " + lines.get(1))
              .timeout(PATIENCE)
              .method(method, content)
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ConditionNotMet(
            "the gateway's control answers " + answer.statusCode() + " to " + path);
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new ConditionNotMet("the gateway's control does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConditionNotMet("interrupted");
    }
  }
}
