package org.orderly.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.security.Actors;
import org.orderly.tests.security.RouteRequests;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestKeys;
import org.orderly.tests.support.TestProducts;

/**
 * Requests that nobody sends on purpose, to every operation, by everybody: none fails on our side,
 * each refusal is a problem, each success is as documented, and no log keeps what came in.
 *
 * <p>As an admin it changes the shop that all tests share, so that it comes last: the order of
 * classes is in {@code junit-platform.properties}. {@code -Dfuzz.requests=} says how many there
 * are, {@code -Dfuzz.seed=} repeats a run, {@code -Dfuzz.from=} a part of it.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningShop.class)
class FuzzIT {

  private static final long SEED = Long.getLong("fuzz.seed", 20_261_130L);
  private static final int FROM = Integer.getInteger("fuzz.from", 0);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 4_000);

  /** Three wrong passwords of one address more, and nobody could sign in for the other tests. */
  private static final Set<String> WITHOUT =
      Set.of("POST /api/v1/auth/login", "DELETE /api/v1/auth/sessions");

  private Set<String> webhooks;

  /** Wrong passwords, of which there are many, pause accounts and addresses. */
  @BeforeAll
  static void signInBefore() {
    RunningShop.renewAdmin();
  }

  @BeforeEach
  void note() {
    webhooks = webhooks();
  }

  /** Else the events of all other tests would be sent to addresses that nobody has. */
  @AfterEach
  void removeWebhooks() {
    webhooks().stream()
        .filter(id -> !webhooks.contains(id))
        .forEach(id -> RunningShop.admin().send("DELETE", "admin/webhooks/" + id, null));
  }

  @Test
  void neverFailsAndRefusesInTheDocumentedForm() throws Exception {
    System.out.printf("-Dfuzz.seed=%d -Dfuzz.from=%d -Dfuzz.requests=%d%n", SEED, FROM, REQUESTS);
    // an odd id at the end of a path, and the request is one for all sessions
    Actors actors = Actors.withoutSessions();
    TestProducts tea = TestProducts.listed("2.00", "EUR", 1_000, null);
    Api.Answer guest = guestOrder(tea);
    RouteRequests things = new RouteRequests(actors);
    List<String> callers = callers(actors, guest.header("Order-Token"));
    Fuzzer fuzzer =
        new Fuzzer(
            RunningShop.url(), SEED, callers, WITHOUT, paths(things, guest.expect(201).get("id")));
    fuzzer.run(FROM, FROM + REQUESTS);
    System.out.println("answers by status: " + fuzzer.statuses());
    List<String> faults = new ArrayList<>(fuzzer.faults());
    faults.addAll(written(fuzzer.marks()));
    assertThat(faults).as("-Dfuzz.seed=" + SEED).isEmpty();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void answersWhatTheContainerRefusesInTheDocumentedForm() {
    assertThat(MalformedHttp.faults(RunningShop.url())).isEmpty();
  }

  private static List<String> callers(Actors actors, String orderToken) {
    return List.of(
        "",
        "Authorization: Bearer " + TestKeys.tokenOf(actors.customer.id(), "customer"),
        "Authorization: Bearer " + TestKeys.tokenOf(actors.vendor.id(), "customer", "vendor"),
        "Authorization: Bearer " + TestKeys.tokenOf(anotherAdmin(), "admin"),
        "Authorization: Bearer " + actors.tokens().get("api-client").get(0),
        "Order-Token: " + orderToken);
  }

  /** Whose wrong passwords pause nobody else. */
  private static UUID anotherAdmin() {
    UUID id = Shopper.registered(RunningShop.api()).id();
    Map<String, Object> roles = Map.of("roles", List.of("customer", "admin"));
    RunningShop.admin().send("PUT", "users/" + id + "/roles", roles).expect(200);
    return id;
  }

  private static Api.Answer guestOrder(TestProducts testProducts) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(testProducts, 1));
    orderRequest.put("email", "guest@example.org");
    orderRequest.put("payment", Map.of("method", "card", "token", "tok_ok"));
    Api api = RunningShop.api();
    return api.send(Api.json(api.request("guest/orders"), "POST", Api.text(orderRequest)));
  }

  private static BinaryOperator<String> paths(RouteRequests things, JsonNode guestOrder) {
    return (caller, route) -> {
      if (caller.startsWith("Order-Token") && route.contains("/api/v1/orders/{id}")) {
        return route.substring(route.indexOf(' ') + 1).replace("{id}", guestOrder.asText());
      }
      return route.endsWith("/roles")
          ? things.path("DELETE /api/v1/admin/users/{id}").replace("/admin/users", "/users")
              + "/roles"
          : things.path(route);
    };
  }

  private static Set<String> webhooks() {
    Set<String> ids = new TreeSet<>();
    RunningShop.admin()
        .get("admin/webhooks")
        .expect(200)
        .get("items")
        .forEach(webhook -> ids.add(webhook.get("id").asText()));
    return ids;
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target", "shop"))) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().contains(".log"))
          .toList();
    }
  }

  /** Lines of logs that hold a mark. */
  private static List<String> written(String marks) throws IOException {
    Pattern mark = Pattern.compile(".{0,300}" + marks + ".{0,100}");
    List<String> written = new ArrayList<>();
    for (Path log : logs()) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      Matcher found = mark.matcher(text);
      while (found.find() && written.size() < 20) {
        written.add(log.getFileName() + " keeps what came in: " + found.group());
      }
    }
    return written;
  }
}
