package org.orderly.tests.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.RunningShop;

/**
 * Every operation of the OpenAPI document, tried by everybody: what comes back is what {@code
 * routes.txt} says, before and after the server was started again.
 */
@ExtendWith(RunningShop.class)
class RouteTableIT {

  private static final RouteTable TABLE = RouteTable.read();

  private static Actors actors;
  private static RouteRequests requests;

  @BeforeAll
  static void gatherEverybody() {
    actors = new Actors();
    requests = new RouteRequests(actors);
  }

  @Test
  void hasARowForEveryRouteAndARouteForEveryRow() {
    JsonNode paths = RunningShop.api().get("/openapi?format=json").expect(200).get("paths");
    Set<String> routes = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    assertThat(TABLE.rows().keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void answersEverybodyAsTheTableSays() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void answersEverybodyTheSameWhenTheServerWasStartedAgain() {
    RunningShop.stop(Component.SERVER);
    RunningShop.start(Component.SERVER);
    assertThat(differences()).isEmpty();
  }

  private static List<String> differences() {
    Map<String, List<String>> tokens = actors.tokens();
    List<String> differences = new ArrayList<>();
    TABLE
        .rows()
        .forEach(
            (route, row) ->
                row.forEach(
                    (identity, expected) -> {
                      for (String token : tokens.get(identity)) {
                        String got = answer(route, identity, token);
                        if (!got.equals(expected)) {
                          differences.add(
                              "%s: %s expects %s and got %s"
                                  .formatted(route, identity, expected, got));
                        }
                      }
                    }));
    return differences;
  }

  private static String answer(String route, String identity, String token) {
    RouteRequests.Request wanted = requests.of(route);
    HttpRequest.Builder request = RunningShop.api().request(wanted.path());
    if (identity.equals(Actors.GUEST)) {
      request.header("Order-Token", token);
    } else if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    String method = route.substring(0, route.indexOf(' '));
    int status =
        RunningShop.api().send(Api.json(request, method, Api.text(wanted.body()))).status();
    return Set.of(401, 403, 404).contains(status) || status >= 500
        ? Integer.toString(status)
        : "ok";
  }
}
