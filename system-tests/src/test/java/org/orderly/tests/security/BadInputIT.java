package org.orderly.tests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What must not be: each is refused with a problem of its own, and changes nothing anywhere. */
@ExtendWith({RunningShop.class, NothingChanges.class})
class BadInputIT {

  private static final String NOWHERE = "019a9f00-0000-7000-8000-000000000000";

  private static TestProducts tea;
  private static TestProducts scarce;
  private static TestProducts dollars;
  private static Shopper ann;

  @BeforeAll
  static void openTheShop() {
    tea = TestProducts.listed("1.00", "EUR", 100, null);
    scarce = TestProducts.listed("0.01", "EUR", 3, null);
    dollars = TestProducts.listed("1.00", "USD", 100, null);
    ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    RunningShop.admin();
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
    Answer refusal =
        ann.send("POST", "orders", Shopper.orderRequest(Map.of(scarce.id(), 4, tea.id(), 1)));
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
        ann.send("POST", "orders", Shopper.orderRequest(Map.of(UUID.fromString(NOWHERE), 1))),
        422,
        "unknown-product");
    refused(ann.send("POST", "orders", Shopper.orderRequest(Map.of())), 400, "validation-failed");
    refused(
        ann.send("POST", "orders", Shopper.orderRequest(Map.of(tea.id(), 1, dollars.id(), 1))),
        422,
        "currency-mismatch");
    refused(
        ann.send("POST", "orders", Shopper.orderRequest(dollars, 1)), 409, "insufficient-funds");
    refused(ann.send("POST", "orders", Shopper.cartOrderRequest()), 422, "nothing-to-order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "street", "city", "postalCode", "country"})
  void refusesIncompleteAddresses(String member) {
    Map<String, Object> address = new HashMap<>(Shopper.HOME);
    address.remove(member);
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("shippingAddress", address);
    refused(ann.send("POST", "orders", orderRequest), 400, "invalid-value|validation-failed");
  }

  @Test
  void refusesUnknownWaysToPay() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "barter"));
    refused(ann.send("POST", "orders", orderRequest), 400, "validation-failed");
    orderRequest.remove("payment");
    refused(ann.send("POST", "orders", orderRequest), 400, "validation-failed");
  }

  @Test
  void refusesIdempotencyKeysThatCannotBeCompared() {
    refused(ann.post("orders", "two words", Shopper.orderRequest(tea, 1)), 400, "invalid-value");
    refused(
        ann.post("orders", "k".repeat(256), Shopper.orderRequest(tea, 1)), 400, "invalid-value");
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
    Map<String, Object> body = Map.of("amount", TestProducts.money(amount, currency));
    refused(ann.send("POST", "balance/deposit", body), status, "invalid-value");
    refused(ann.send("POST", "balance/withdraw", body), status, "invalid-value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999999999-01-01", "1969-12-31", "+999999999-12-31", "today"})
  void refusesDaysThatNoReportIsOf(String day) {
    String report =
        "admin/payments/reconciliation?date=" + URLEncoder.encode(day, StandardCharsets.UTF_8);
    refused(RunningShop.admin().get(report), 400, "invalid-value");
  }

  @Test
  void refusesToPayOutWhatIsNotThere() {
    Map<String, Object> tooMuch = Map.of("amount", TestProducts.money("10.01", "EUR"));
    refused(ann.send("POST", "balance/withdraw", tooMuch), 409, "insufficient-funds");
    Map<String, Object> foreign = Map.of("amount", TestProducts.money("0.01", "CHF"));
    refused(ann.send("POST", "balance/withdraw", foreign), 409, "insufficient-funds");
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
    Map<String, Object> draft = TestProducts.draft("1.00", "EUR");
    switch (member) {
      case "price" ->
          draft.put(member, value.equals("text") ? "1 EUR" : TestProducts.money(value, "EUR"));
      case "name", "sku" -> draft.put(member, value);
      default -> draft.put(member, new BigDecimal(value));
    }
    refused(RunningShop.admin().send("POST", "products", draft), status, ".+");
  }

  @Test
  void refusesASkuThatIsTaken() {
    Map<String, Object> draft = TestProducts.draft("1.00", "EUR");
    draft.put("sku", tea.sku());
    refused(RunningShop.admin().send("POST", "products", draft), 409, "sku-taken");
  }

  @Test
  void refusesRegistrationsThatAreNone() {
    refused(register("not an address", "long enough password", true), 400, ".+");
    refused(register("a@example.org", "short", true), 400, ".+");
    refused(register("a@example.org", "long enough password", false), 400, ".+");
    refused(register(ann.email(), "long enough password", true), 409, "email-taken");
  }

  private static Answer register(String email, String password, boolean terms) {
    Map<String, Object> person =
        Map.of("email", email, "password", password, "name", "Ann", "acceptTerms", terms);
    return ann.with(null).send("POST", "auth/register", person);
  }

  private static String stockOf(TestProducts testProducts) {
    return "inventory/" + testProducts.id() + "/adjustments";
  }

  private static String address() {
    String text = Api.text(Shopper.cartOrderRequest());
    return text.substring(1, text.length() - 1);
  }
}
