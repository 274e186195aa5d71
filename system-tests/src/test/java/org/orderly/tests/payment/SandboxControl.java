package org.orderly.tests.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.tests.support.Api;

/** Steers the sandbox gateway beside the shop, and looks at what it holds. */
final class SandboxControl {

  private static final Path PLACE = Path.of("target", "shop", "sandbox-gateway");

  private SandboxControl() {}

  /** The next so many calls of this operation go wrong, whoever makes them. */
  static void order(String operation, String fault, int times) {
    send("POST", "faults", Map.of("operation", operation, "fault", fault, "times", times));
  }

  /** How the shop is told of what happens: {@code plain}, {@code lost} and others. */
  static void notices(String manner) {
    send("PUT", "notices", Map.of("manner", manner));
  }

  static void forgetFaults() {
    send("DELETE", "faults", Map.of());
  }

  /** All that it holds: {@code payments}, {@code moves} or {@code disputes}. */
  static List<JsonNode> list(String what) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = send("GET", what, null);
    page.get("items").forEach(all::add);
    while (page.get("more").asBoolean()) {
      page = send("GET", what + "?after=" + all.get(all.size() - 1).get("id").asText(), null);
      page.get("items").forEach(all::add);
    }
    return all;
  }

  static JsonNode send(String method, String path, Object body) {
    try {
      List<String> lines = Files.readAllLines(PLACE);
      Api gateway = new Api(URI.create(lines.get(0)));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(lines.get(0) + "/" + path))
              .header("Authorization", "Bearer " + lines.get(1));
      return gateway
          .send(body == null ? request.GET() : Api.json(request, method, Api.text(body)))
          .expect(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
