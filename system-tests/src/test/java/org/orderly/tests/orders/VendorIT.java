package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Two vendors in one shop: each sees and changes what is theirs, and nothing else. */
@ExtendWith(RunningShop.class)
class VendorIT {

  private static Shopper potter;
  private static Shopper weaver;
  private static TestProducts pot;
  private static TestProducts cloth;

  @BeforeAll
  static void openTheStalls() {
    potter = Shopper.vendor(RunningShop.api());
    weaver = Shopper.vendor(RunningShop.api());
    pot = TestProducts.listed(potter, "20.00", "EUR", 10, null);
    cloth = TestProducts.listed(weaver, "30.00", "EUR", 10, null);
  }

  @Test
  void seeTheirOwnLinesOfAnOrderAndWhereToSendThem() {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    Map<UUID, Object> wanted = Map.of(pot.id(), 2, cloth.id(), 1, tea.id(), 1);
    String order =
        ann.send("POST", "orders", Shopper.orderRequest(wanted)).expect(201).get("id").asText();
    JsonNode seen = potter.get("vendor/orders/" + order).expect(200);
    assertThat(seen.get("items").findValuesAsText("sku")).containsExactly(pot.sku());
    assertThat(seen.at("/total/amount").asText()).isEqualTo("40.00");
    assertThat(seen.at("/shippingAddress/city").asText()).isEqualTo("Leeds");
    assertThat(seen.toString()).doesNotContain(ann.email(), ann.id().toString(), cloth.sku());
    JsonNode page = weaver.get("vendor/orders?limit=1").expect(200);
    assertThat(page.at("/items/0/id").asText()).isEqualTo(order);
    assertThat(page.findValuesAsText("sku")).containsExactly(cloth.sku());
    assertThat(potter.get("orders/" + order).status()).isEqualTo(404);
  }

  @Test
  void seeNothingOfOrdersWithoutTheirProducts() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    String order =
        ann.send("POST", "orders", Shopper.orderRequest(cloth, 1)).expect(201).get("id").asText();
    assertThat(potter.get("vendor/orders/" + order).status()).isEqualTo(404);
    assertThat(potter.get("vendor/orders").expect(200).findValuesAsText("id"))
        .doesNotContain(order);
  }

  @Test
  void seeTheirOwnLinesOfAShipmentThatHoldsOthersToo() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    Map<UUID, Object> wanted = Map.of(pot.id(), 1, cloth.id(), 1);
    String order =
        ann.send("POST", "orders", Shopper.orderRequest(wanted)).expect(201).get("id").asText();
    String shipments = "orders/" + order + "/shipments";
    RunningShop.admin().send("POST", shipments, Map.of("carrier", "Post")).expect(201);
    assertThat(potter.get(shipments).expect(200).findValuesAsText("sku"))
        .containsExactly(pot.sku());
    assertThat(weaver.get(shipments).expect(200).findValuesAsText("sku"))
        .containsExactly(cloth.sku());
    assertThat(ann.get(shipments).expect(200).findValuesAsText("sku")).hasSize(2);
  }

  /**
   * Steps, money and papers of an order tell of all its lines: they are the buyer's and the shop's.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "/history", "/stream", "/invoice", "/payments"})
  void seeNothingOfAnOrderThatIsNotOfTheirLines(String part) {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    Map<UUID, Object> wanted = Map.of(pot.id(), 1, cloth.id(), 1);
    String order =
        ann.send("POST", "orders", Shopper.orderRequest(wanted)).expect(201).get("id").asText();
    Answer answer = potter.get("orders/" + order + part);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().toString()).doesNotContain(cloth.sku(), ann.email());
  }

  @Test
  void seeTheirOwnLinesInFilesPapersAndReturns() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    Map<UUID, Object> wanted = Map.of(pot.id(), 1, cloth.id(), 1);
    String order =
        ann.send("POST", "orders", Shopper.orderRequest(wanted)).expect(201).get("id").asText();
    String weavers = ship(weaver, order);
    ship(potter, order);

    String slip = "orders/" + order + "/packing-slip?shipment=";
    assertThat(potter.get(slip + weavers).status()).isEqualTo(404);
    assertThat(potter.get("orders/all/export").status()).isEqualTo(403);
    assertThat(file(potter, "vendor/orders/export"))
        .contains(order, pot.sku())
        .doesNotContain(cloth.sku(), ann.email());

    String returns = "orders/" + order + "/returns";
    JsonNode both = ann.send("POST", returns, Map.of("reason", "too many")).expect(201);
    assertThat(both.at("/refundable/amount").asText()).isEqualTo("50.00");
    for (String path :
        List.of("returns/" + both.get("id").asText(), "returns?limit=1", returns + "?limit=1")) {
      JsonNode seen = potter.get(path).expect(200);
      assertThat(seen.findValuesAsText("sku")).containsExactly(pot.sku());
      JsonNode one = seen.has("orderId") ? seen : seen.at("/items/0");
      assertThat(one.at("/refundable/amount").asText()).isEqualTo("20.00");
    }
  }

  private static String ship(Shopper vendor, String order) {
    Map<String, String> parcel = Map.of("carrier", "Post");
    return vendor
        .send("POST", "orders/" + order + "/shipments", parcel)
        .expect(201)
        .get("id")
        .asText();
  }

  private static String file(Shopper who, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(who.request(path).GET().build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void changeOnlyWhatIsTheirs() {
    Map<String, Object> gift = Map.of("quantity", 5, "reason", "made more");
    String stockOfPot = "inventory/" + pot.id() + "/adjustments";
    potter.send("POST", stockOfPot, gift).expect(201);
    Map<String, Object> draft = TestProducts.draft("1.00", "EUR");
    refused(weaver.send("POST", stockOfPot, gift));
    refused(weaver.send("PUT", "products/" + pot.id(), draft));
    refused(weaver.send("DELETE", "products/" + pot.id(), null));
    TestProducts shops = TestProducts.listed("5.00", "EUR", 10, null);
    refused(weaver.send("POST", "inventory/" + shops.id() + "/adjustments", gift));
    refused(weaver.send("PUT", "products/" + shops.id(), draft));
    assertThat(weaver.send("POST", "products/batch", Map.of("items", "x")).status()).isEqualTo(403);
  }

  @Test
  void doNotSayHowPopularTheirProductsAre() {
    Map<String, Object> draft = new HashMap<>(TestProducts.draft("1.00", "EUR"));
    draft.put("popularity", 1_000_000);
    for (Shopper seller : List.of(potter, RunningShop.admin())) {
      NothingChanges.refused(seller.send("POST", "products", draft), 400, "unknown-member");
      NothingChanges.refused(
          seller.send("PUT", "products/" + pot.id(), draft), 400, "unknown-member");
    }
  }

  @Test
  void areToldWhenTheirProductsRunLow() {
    TestProducts bowl = TestProducts.listed(potter, "20.00", "EUR", 10, 8);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    ann.send("POST", "orders", Shopper.orderRequest(bowl, 5)).expect(201);
    Eventually.see(
        "the alert",
        () -> potter.get("notifications").expect(200).toString(),
        inbox -> inbox.contains("Low stock") && inbox.contains(bowl.sku()));
    assertThat(weaver.get("notifications").expect(200).toString()).doesNotContain(bowl.sku());
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("not-your-product");
  }
}
