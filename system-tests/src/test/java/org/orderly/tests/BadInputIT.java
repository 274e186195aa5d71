package org.orderly.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.Api.Answer;

/** What must not be: each is refused with a problem of its own, and changes nothing anywhere. */
@ExtendWith(RunningShop.class)
class BadInputIT {

  private static final String ISSUER = "https://orderly.local";
  private static final String NOWHERE = "019a9f00-0000-7000-8000-000000000000";

  private static Goods tea;
  private static Goods dollars;
  private static Shopper ann;
  private Map<String, String> before;

  @BeforeAll
  static void openTheShop() {
    tea = Goods.listed("1.00", "EUR", 100, null);
    dollars = Goods.listed("1.00", "USD", 100, null);
    ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    RunningShop.admin();
  }

  @BeforeEach
  void remember() {
    before = Books.fingerprints();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(Books.fingerprints()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"order\"",
        "{\"items\":[{\"productId\":\"TEA\",\"quantity\":1},],ADDRESS}",
        "{\"items\":\"TEA\",ADDRESS}",
        "{\"items\":[{\"productId\":\"TEA\",\"quantity\":\"1\"}],ADDRESS}",
        "{\"items\":[{\"productId\":\"TEA\",\"quantity\":true}],ADDRESS}",
        "{\"items\":[{\"productId\":7,\"quantity\":1}],ADDRESS}",
        "{\"items\":[{\"productId\":\"tea\",\"quantity\":1}],ADDRESS}",
        "{\"items\":[{\"productId\":\"TEA\",\"quantity\":1}],ADDRESS,ADDRESS}",
        "{\"items\":[{\"productId\":\"TEA\",\"quantity\":1}],ADDRESS} and more"
      })
  void refusesBodiesThatAreNoOrder(String body) {
    String text = body.replace("TEA", tea.id().toString()).replace("ADDRESS", address());
    refused(ann.send("POST", "orders", text), 400, "malformed-body|validation-failed");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 400, invalid-value",
    "-0.5, 400, invalid-value",
    "0, 400, invalid-value",
    "0.0, 400, invalid-value",
    "0.5, 400, invalid-value|quantity-too-fine",
    "0.000000001, 400, invalid-value",
    "1000000001, 400, invalid-value",
    "1e18, 400, invalid-value",
    "1e2000000000, 400, invalid-value|malformed-body",
    "1000000000, 409, insufficient-stock|insufficient-funds",
    "11, 409, insufficient-funds"
  })
  void refusesQuantitiesThatCannotBeBought(String quantity, int status, String code) {
    String body =
        "{\"items\":[{\"productId\":\"%s\",\"quantity\":%s}],%s}"
            .formatted(tea.id(), quantity, address());
    refused(ann.send("POST", "orders", body), status, code);
  }

  @Test
  void namesWhatThereIsTooLittleOf() {
    Goods scarce = Goods.listed("0.01", "EUR", 3, null);
    before = Books.fingerprints();
    Answer refusal = ann.send("POST", "orders", Shopper.wish(Map.of(scarce.id(), 4, tea.id(), 1)));
    refused(refusal, 409, "insufficient-stock");
    assertThat(refusal.body().get("items"))
        .hasToString(
            "[{\"productId\":\"%s\",\"requested\":4,\"available\":3}]".formatted(scarce.id()));
  }

  @Test
  void refusesANumberOfAbsurdLength() {
    String body =
        "{\"items\":[{\"productId\":\"%s\",\"quantity\":%s}],%s}"
            .formatted(tea.id(), "9".repeat(5_000), address());
    refused(ann.send("POST", "orders", body), 400, "malformed-body|invalid-value");
  }

  @Test
  void refusesOrdersOfWhatIsNotSold() {
    refused(
        ann.send("POST", "orders", Shopper.wish(Map.of(UUID.fromString(NOWHERE), 1))),
        422,
        "unknown-product");
    refused(ann.send("POST", "orders", Shopper.wish(Map.of())), 400, "validation-failed");
    refused(
        ann.send("POST", "orders", Shopper.wish(Map.of(tea.id(), 1, dollars.id(), 1))),
        422,
        "currency-mismatch");
    refused(ann.send("POST", "orders", Shopper.wish(dollars, 1)), 409, "insufficient-funds");
    refused(ann.send("POST", "orders", Shopper.wishForCart()), 422, "nothing-to-order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "street", "city", "postalCode", "country"})
  void refusesIncompleteAddresses(String member) {
    Map<String, Object> address = new HashMap<>(Shopper.HOME);
    address.remove(member);
    Map<String, Object> wish = new HashMap<>(Shopper.wish(tea, 1));
    wish.put("shippingAddress", address);
    refused(ann.send("POST", "orders", wish), 400, "invalid-value|validation-failed");
  }

  @Test
  void refusesUnknownWaysToPay() {
    Map<String, Object> wish = new HashMap<>(Shopper.wish(tea, 1));
    wish.put("payment", Map.of("method", "barter"));
    refused(ann.send("POST", "orders", wish), 400, "validation-failed");
    wish.remove("payment");
    refused(ann.send("POST", "orders", wish), 400, "validation-failed");
  }

  @Test
  void refusesIdempotencyKeysThatCannotBeCompared() {
    refused(ann.post("orders", "two words", Shopper.wish(tea, 1)), 400, "invalid-value");
    refused(ann.post("orders", "k".repeat(256), Shopper.wish(tea, 1)), 400, "invalid-value");
  }

  @ParameterizedTest
  @CsvSource({
    "0, EUR, 400",
    "-5.00, EUR, 400",
    "1.001, EUR, 400",
    "0.5, JPY, 400",
    "1e2000000000, EUR, 400",
    "99999999999999999999, EUR, 400",
    "ten, EUR, 400",
    "1.00, EURO, 400",
    "1.00, XAU, 400",
    "1.00, XXX, 400"
  })
  void refusesAmountsThatAreNoMoney(String amount, String currency, int status) {
    Map<String, Object> body = Map.of("amount", Goods.money(amount, currency));
    refused(ann.send("POST", "balance/deposit", body), status, "invalid-value");
    refused(ann.send("POST", "balance/withdraw", body), status, "invalid-value");
  }

  @Test
  void refusesToPayOutWhatIsNotThere() {
    Map<String, Object> tooMuch = Map.of("amount", Goods.money("10.01", "EUR"));
    refused(ann.send("POST", "balance/withdraw", tooMuch), 409, "insufficient-funds");
    Map<String, Object> foreign = Map.of("amount", Goods.money("0.01", "CHF"));
    refused(ann.send("POST", "balance/withdraw", foreign), 409, "insufficient-funds");
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
    refused(nobody.send("POST", "orders", Shopper.wish(tea, 1)), 401, "unauthenticated");
    refused(nobody.send("POST", "products", Goods.draft("1.00", "EUR")), 401, "unauthenticated");
    refused(nobody.get("admin/invariants"), 401, "unauthenticated");
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
      unsigned(ann.token())
    };
    for (String token : tokens) {
      Shopper pretender = ann.with(token);
      refused(pretender.get("users/me"), 401, "unauthenticated");
      refused(pretender.send("POST", "orders", Shopper.wish(tea, 1)), 401, "unauthenticated");
      refused(pretender.get("admin/invariants"), 401, "unauthenticated");
    }
  }

  @Test
  void refusesWhoHasAnotherRole() {
    refused(ann.send("POST", "products", Goods.draft("1.00", "EUR")), 403, "forbidden");
    refused(ann.send("PUT", "products/" + tea.id(), Goods.draft("1.00", "EUR")), 403, "forbidden");
    refused(ann.send("DELETE", "products/" + tea.id(), null), 403, "forbidden");
    refused(ann.send("POST", "products/batch", Map.of("items", "x")), 403, "forbidden");
    refused(
        ann.send("POST", stockOf(tea), Map.of("quantity", 5, "reason", "gift")), 403, "forbidden");
    refused(ann.get("orders/all"), 403, "forbidden");
    refused(ann.get("admin/invariants"), 403, "forbidden");
    refused(ann.get("users?email=a@b.example"), 403, "forbidden");
  }

  @Test
  void refusesAdjustmentsThatCannotBe() {
    Shopper admin = RunningShop.admin();
    refused(admin.send("POST", stockOf(tea), Map.of("quantity", 0, "reason", "r")), 400, ".+");
    refused(admin.send("POST", stockOf(tea), Map.of("quantity", 1)), 400, ".+");
    refused(admin.send("POST", stockOf(tea), Map.of("quantity", 1, "reason", " ")), 400, ".+");
    refused(admin.send("POST", stockOf(tea), Map.of("quantity", 0.5, "reason", "r")), 400, ".+");
    refused(
        admin.send("POST", stockOf(tea), Map.of("quantity", -101, "reason", "r")),
        409,
        "stock-below-reserved");
    refused(
        admin.send(
            "POST", "inventory/" + NOWHERE + "/adjustments", Map.of("quantity", 1, "reason", "r")),
        404,
        "unknown-product");
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', 400",
    "sku, '', 400",
    "price, text, 400",
    "price, -1.00, 400",
    "price, 1.001, 400",
    "quantityScale, 9, 400",
    "quantityScale, -1, 400",
    "initialStock, -1, 400",
    "initialStock, 0.5, 400",
    "lowStockThreshold, -1, 400"
  })
  void refusesProductsThatCannotBeSold(String member, String value, int status) {
    Map<String, Object> draft = Goods.draft("1.00", "EUR");
    switch (member) {
      case "price" -> draft.put(member, value.equals("text") ? "1 EUR" : Goods.money(value, "EUR"));
      case "name", "sku" -> draft.put(member, value);
      default -> draft.put(member, new BigDecimal(value));
    }
    refused(RunningShop.admin().send("POST", "products", draft), status, ".+");
  }

  @Test
  void refusesASkuThatIsTaken() {
    Map<String, Object> draft = Goods.draft("1.00", "EUR");
    draft.put("sku", tea.sku());
    refused(RunningShop.admin().send("POST", "products", draft), 409, "sku-taken");
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

  @Test
  void refusesRegistrationsThatAreNone() {
    refused(register("not an address", "long enough password", true), 400, ".+");
    refused(register("a@example.org", "short", true), 400, ".+");
    refused(register("a@example.org", "long enough password", false), 400, ".+");
    refused(register(ann.email(), "long enough password", true), 409, "email-taken");
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

  /** A problem of this status, whose code matches. */
  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().get("status").asInt()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).matches(code);
    assertThat(answer.body().get("title").asText()).isNotBlank();
    assertThat(answer.body().get("instance").asText())
        .isEqualTo("urn:request:" + answer.header("X-Request-Id"));
  }

  private static Answer register(String email, String password, boolean terms) {
    Map<String, Object> person =
        Map.of("email", email, "password", password, "name", "Ann", "acceptTerms", terms);
    return ann.with(null).send("POST", "auth/register", person);
  }

  private static String stockOf(Goods goods) {
    return "inventory/" + goods.id() + "/adjustments";
  }

  private static String address() {
    String text = Api.text(Shopper.wishForCart());
    return text.substring(1, text.length() - 1);
  }

  private static String unsigned(String token) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + token.split("\\.")[1]
        + ".";
  }
}
