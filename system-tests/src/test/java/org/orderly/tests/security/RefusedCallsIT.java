package org.orderly.tests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestKeys;
import org.orderly.tests.support.TestProducts;

/**
 * Who may not, and what HTTP does not allow: each is refused with a problem, and changes nothing.
 */
@ExtendWith({RunningShop.class, NothingChanges.class})
class RefusedCallsIT {

  private static final String ISSUER = "https://orderly.local";
  private static final String NOWHERE = "019a9f00-0000-7000-8000-000000000000";

  private static final String RESOLVE = "admin/transactions/in-doubt/resolve";
  private static final String REPLAY = "admin/dead-letters/replay";
  private static final List<String> ADMINS_ONLY =
      List.of(
          "admin/invariants",
          "admin/transactions/in-doubt",
          "admin/transactions/resolutions",
          "admin/broker",
          "admin/dead-letters",
          "admin/audit-log",
          "admin/audit-log/verify");

  private static TestProducts tea;
  private static Shopper ann;

  @BeforeAll
  static void openTheShop() {
    tea = TestProducts.listed("1.00", "EUR", 100, null);
    ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0",
    "limit=101",
    "limit=-1",
    "limit=ten",
    "cursor=nonsense",
    "cursor=!!!",
    "cursor=AAAA"
  })
  void refusesPagesThatAreNot(String query) {
    refused(RunningShop.api().get("products?" + query), 400, ".+");
    refused(ann.get("orders?" + query), 400, ".+");
    refused(ann.get("balance/transactions?" + query), 400, ".+");
    refused(ann.get("notifications?" + query), 400, ".+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "inventory", "products", "cart/items"})
  void findsNothingAtUnknownAddresses(String collection) {
    String method = collection.equals("cart/items") ? "PUT" : "GET";
    Object body = method.equals("PUT") ? Map.of("quantity", 1) : null;
    refused(ann.send(method, collection + "/" + NOWHERE, body), 404, ".+");
    refused(ann.send(method, collection + "/no-id", body), 404, ".+");
    refused(ann.get("nowhere"), 404, "not-found");
  }

  @Test
  void refusesWhoShowsNoToken() {
    Shopper nobody = ann.with(null);
    refused(nobody.get("users/me"), 401, "unauthenticated");
    refused(nobody.send("POST", "orders", Shopper.orderRequest(tea, 1)), 401, "unauthenticated");
    refused(
        nobody.send("POST", "products", TestProducts.draft("1.00", "EUR")), 401, "unauthenticated");
    for (String path : ADMINS_ONLY) {
      refused(nobody.get(path), 401, "unauthenticated");
    }
    refused(nobody.send("POST", RESOLVE, Map.of()), 401, "unauthenticated");
    refused(nobody.send("POST", REPLAY, Map.of()), 401, "unauthenticated");
  }

  @Test
  void refusesWhoShowsATokenThatIsNotGood() {
    String subject = ann.id().toString();
    Instant now = Instant.now();
    String[] tokens = {
      "nonsense",
      "a.b.c",
      TestKeys.forgedToken(subject),
      TestKeys.ownToken(subject, ISSUER, now.minusSeconds(3600), now.minusSeconds(1800)),
      TestKeys.ownToken(subject, "https://somebody.else", now, now.plusSeconds(600)),
      ann.token().substring(0, ann.token().length() - 4) + "AAAA",
      TestKeys.unsigned(ann.token())
    };
    for (String token : tokens) {
      Shopper pretender = ann.with(token);
      refused(pretender.get("users/me"), 401, "unauthenticated");
      refused(
          pretender.send("POST", "orders", Shopper.orderRequest(tea, 1)), 401, "unauthenticated");
      refused(pretender.get("admin/invariants"), 401, "unauthenticated");
    }
  }

  @Test
  void refusesWhoHasAnotherRole() {
    refused(ann.send("POST", "products", TestProducts.draft("1.00", "EUR")), 403, "forbidden");
    refused(
        ann.send("PUT", "products/" + tea.id(), TestProducts.draft("1.00", "EUR")),
        403,
        "forbidden");
    refused(ann.send("DELETE", "products/" + tea.id(), null), 403, "forbidden");
    refused(ann.send("POST", "products/batch", Map.of("items", "x")), 403, "forbidden");
    refused(
        ann.send("POST", stockOf(tea), Map.of("quantity", 5, "reason", "gift")), 403, "forbidden");
    refused(ann.get("orders/all"), 403, "forbidden");
    for (String path : ADMINS_ONLY) {
      refused(ann.get(path), 403, "forbidden");
    }
    refused(ann.send("POST", RESOLVE, Map.of()), 403, "forbidden");
    refused(ann.send("POST", REPLAY, Map.of()), 403, "forbidden");
    refused(ann.get("users?email=a@b.example"), 403, "forbidden");
  }

  @Test
  void refusesOversizedBodiesWhetherTheySayTheirLengthOrNot() {
    String large = "{\"items\":[" + "{},".repeat(400_000) + "{}]}";
    refused(ann.send("POST", "orders", large), 413, "body-too-large");
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder chunked =
        ann.request("orders")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    refused(RunningShop.api().send(chunked), 413, "body-too-large");
  }

  @Test
  void refusesOtherMediaTypes() {
    for (String type : new String[] {"text/plain", "application/xml", "text/html", "a/b"}) {
      HttpRequest.Builder request =
          ann.request("orders").header("Content-Type", type).POST(BodyPublishers.ofString("x"));
      refused(RunningShop.api().send(request), 415, "unsupported-media-type");
    }
  }

  @Test
  void refusesOtherMethods() {
    Answer deleted = ann.send("DELETE", "orders", null);
    refused(deleted, 405, "method-not-allowed");
    assertThat(deleted.header("Allow")).contains("GET").contains("POST");
    refused(ann.send("PATCH", "products/" + tea.id(), "{}"), 405, "method-not-allowed");
    refused(ann.send("PUT", "balance/deposit", "{}"), 405, "method-not-allowed");
  }

  private static String stockOf(TestProducts testProducts) {
    return "inventory/" + testProducts.id() + "/adjustments";
  }
}
