package org.orderly.tests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.OrderActions;
import org.orderly.tests.support.OrderStreamClient;
import org.orderly.tests.support.OrderStreamClient.Told;
import org.orderly.tests.support.PublishedEvents;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Whoever asks need not know which instance answers; and what happens by itself happens once. */
class TwoInstancesIT {

  private static final int STREAMS = 8;
  private static final int STREAMS_EACH = 6;
  private static final int CHANGES = 12;
  private static final Duration STALE = Duration.ofSeconds(1);
  private static TwoInstances shop;
  private static Shopper admin;
  private static OrderActions orderActions;

  private final Shopper ann = Shopper.registered(shop.first());
  private final Shopper annThere = ann.at(shop.second());
  private final List<OrderStreamClient> open = new ArrayList<>();

  @BeforeAll
  static void start() {
    shop =
        new TwoInstances(
            Map.of(
                "ORDERLY_ORDERS_AUTO_PROCESS",
                "true",
                "ORDERLY_TRACKING_SECONDS",
                "300",
                "ORDERLY_TRACKING_STREAMS",
                Integer.toString(STREAMS),
                "ORDERLY_TRACKING_STREAMS_EACH",
                Integer.toString(STREAMS_EACH)));
    admin = shop.admin();
    orderActions = new OrderActions(TestProducts.listed(admin, "3.00", "EUR", 10_000, null));
  }

  @AfterAll
  static void stop() {
    if (shop != null) {
      try {
        JsonNode books = admin.get("admin/invariants").expect(200);
        assertThat(books.get("ok").asBoolean()).as(books.toString()).isTrue();
      } finally {
        shop.close();
      }
    }
  }

  @AfterEach
  void hangUp() {
    open.forEach(OrderStreamClient::close);
  }

  @Test
  void tellOfWhatIsChangedAtTheOther() {
    String order = orderActions.unpaid(ann);
    OrderStreamClient there = listen(annThere, order, null);
    assertThat(there.next().event()).isEqualTo("OrderPlaced");
    orderActions.change(ann, order, OrderActions.MANY - 1);
    Told changed = there.next();
    assertThat(changed.event()).isEqualTo("OrderEdited");
    assertThat(changed.id()).isEqualTo("1");
    orderActions.cancel(ann, order);
    assertThat(there.next().data()).contains("\"to\":\"CANCELLED\"");
    assertThat(there.next()).as("after the last step").isNull();
    assertThat(annThere.api().send(stream(annThere, order).header("Last-Event-ID", "2")).status())
        .isEqualTo(204);
  }

  /** Who is cut off again and again comes back to the other one each time. */
  @Test
  void goOnWhereTheOtherWasCutOff() {
    String order = orderActions.unpaid(ann);
    List<Integer> heard =
        ConcurrentShoppers.of(2, number -> number == 0 ? changeAndCancel(order) : hop(order))
            .stream()
            .flatMap(List::stream)
            .toList();
    int steps = ann.get(order + "/history?limit=100").expect(200).get("items").size();
    assertThat(steps).isEqualTo(CHANGES + 2);
    assertThat(heard).containsExactlyElementsOf(IntStream.range(0, steps).boxed().toList());
  }

  private List<Integer> changeAndCancel(String order) {
    for (int i = 0; i < CHANGES; i++) {
      orderActions.change(ann.at(shop.turn(i)), order, OrderActions.MANY - 1 - i);
    }
    orderActions.cancel(ann, order);
    return List.of();
  }

  /** Two events at most from each, so that some are told while nobody listens. */
  private List<Integer> hop(String order) {
    List<Integer> heard = new ArrayList<>();
    boolean over = false;
    for (int turn = 0; !over; turn++) {
      String last = heard.isEmpty() ? null : heard.get(heard.size() - 1).toString();
      try (OrderStreamClient line = listen(ann.at(shop.turn(turn)), order, last)) {
        for (int i = 0; i <= turn % 2 && !over; i++) {
          Told told = line.next();
          heard.add(Integer.valueOf(told.id()));
          over = told.event().equals("OrderCancelled");
        }
      }
    }
    return heard;
  }

  /** Each keeps what it has read; what is changed at one counts at the other within a second. */
  @Test
  void readWhatIsChangedAtTheOtherWithinASecond() {
    Map<String, Object> draft = TestProducts.draft("3.00", "EUR");
    String product =
        "products/" + admin.send("POST", "products", draft).expect(201).get("id").asText();
    for (int turn = 0; turn < 10; turn++) {
      Api here = shop.turn(turn);
      Api there = shop.turn(turn + 1);
      there.get(product);
      draft.put("name", "Teapot " + turn);
      admin.at(here).send("PUT", product, draft).expect(200);
      long deadline = System.nanoTime() + STALE.toNanos();
      String name = "Teapot " + turn;
      assertThat(here.get(product).expect(200).get("name").asText()).isEqualTo(name);
      while (!name.equals(there.get(product).body().path("name").asText())
          && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(there.get(product).expect(200).get("name").asText()).isEqualTo(name);
    }
  }

  @Test
  void bearSoManyListenersEach() {
    String order = orderActions.unpaid(ann);
    for (int i = 0; i < STREAMS_EACH; i++) {
      listen(ann, order, null);
    }
    refused(ann, order, 429, "stream-limit-reached");
    listen(annThere, order, null);

    Shopper bob = Shopper.registered(shop.first());
    String bobs = orderActions.unpaid(bob);
    for (int i = STREAMS_EACH; i < STREAMS; i++) {
      listen(bob, bobs, null);
    }
    Shopper carl = Shopper.registered(shop.first());
    String carls = orderActions.unpaid(carl);
    refused(carl, carls, 503, "too-many-streams");
    listen(carl.at(shop.second()), carls, null);

    orderActions.cancel(bob, bobs);
    assertThat(listen(carl, carls, null).next().event()).isEqualTo("OrderPlaced");
    breakOff(order);
    assertThat(listen(ann, order, null).next().event()).isEqualTo("OrderPlaced");
    orderActions.cancel(ann, order);
    orderActions.cancel(carl, carls);
  }

  /** Words that nobody takes bring it out, at the latest by the heartbeat after them. */
  private void breakOff(String order) {
    open.get(0).close();
    OrderStreamClient stays = open.get(1);
    assertThat(stays.next().event()).isEqualTo("OrderPlaced");
    for (int word = 1; word <= 2; word++) {
      orderActions.change(ann, order, OrderActions.MANY - word);
      assertThat(stays.next().event()).isEqualTo("OrderEdited");
    }
  }

  /** Those of earlier tests may be about to be missed. */
  private static void refused(Shopper who, String order, int status, String code) {
    Answer answer =
        Eventually.see(code, () -> who.get(order + "/stream"), one -> one.code().equals(code));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().get("detail").asText()).isNotBlank();
  }

  @Test
  void processAPaidOrderByThemselvesOnce() throws Exception {
    ann.deposit("100.00", "EUR");
    try (PublishedEvents events = new PublishedEvents(shop.environment(), List.of("ordering"))) {
      List<String> orders =
          IntStream.range(0, 10).mapToObj(i -> orderActions.paid(ann.at(shop.turn(i)))).toList();
      orders.forEach(TwoInstancesIT::awaitProcessing);
      String fence = orderActions.paid(ann);
      awaitProcessing(fence);
      Eventually.see("the last event", () -> processed(events, fence), n -> n == 1);
      for (String order : orders) {
        assertThat(processed(events, order)).isEqualTo(1);
        JsonNode steps = admin.get(order + "/history").expect(200).get("items");
        assertThat(steps.findValuesAsText("event"))
            .containsExactlyInAnyOrder("OrderPlaced", "OrderConfirmed", "OrderProcessing");
        assertThat(steps)
            .filteredOn(step -> step.get("event").asText().equals("OrderProcessing"))
            .allMatch(step -> step.get("actor").asText().equals("system"))
            .extracting(step -> step.get("from").asText() + ">" + step.get("to").asText())
            .containsExactly("CONFIRMED>PROCESSING");
      }
    }
    String unpaid = orderActions.unpaid(ann);
    awaitProcessing(orderActions.paid(ann));
    assertThat(ann.get(unpaid).expect(200).get("status").asText()).isEqualTo("PLACED");
  }

  @Test
  void answerARequestThatTheOtherAnswered() {
    ann.deposit("100.00", "EUR");
    String key = UUID.randomUUID().toString();
    JsonNode order =
        answeredOnce(
            ann,
            "orders",
            key,
            orderActions.orderRequest("wallet", 2),
            orderActions.orderRequest("wallet", 3));
    assertThat(ann.get("orders").expect(200).get("items")).hasSize(1);
    String path = "orders/" + order.get("id").asText();
    awaitProcessing(path);

    answeredOnce(
        admin,
        path + "/refunds",
        "refund-" + key,
        OrderActions.refund("1.00"),
        OrderActions.refund("1.01"));
    assertThat(admin.get(path + "/refunds").expect(200).get("items")).hasSize(1);
    answeredOnce(
        admin,
        path + "/shipments",
        "parcel-" + key,
        orderActions.parcel(1),
        orderActions.parcel(2));
    assertThat(admin.get(path + "/shipments").expect(200).get("items")).hasSize(1);
    assertThat(balance()).isEqualTo("95.00");
  }

  @Test
  void moveABalanceOnceThoughBothAreAsked() {
    String key = UUID.randomUUID().toString();
    answeredOnce(
        ann, "balance/deposit", key, OrderActions.amount("50.00"), OrderActions.amount("50.01"));
    assertThat(balance()).isEqualTo("50.00");
    answeredOnce(
        ann, "balance/withdraw", key, OrderActions.amount("20.00"), OrderActions.amount("20.01"));
    assertThat(balance()).isEqualTo("30.00");
    assertThat(transfers()).isEqualTo(2);
  }

  @Test
  void placeOneOrderForTheSameRequestToBothAtOnce() {
    ann.deposit("100.00", "EUR");
    String key = UUID.randomUUID().toString();
    List<Answer> answers =
        ConcurrentShoppers.of(
            16,
            i -> ann.at(shop.turn(i)).post("orders", key, orderActions.orderRequest("wallet", 1)));
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    Set<JsonNode> placed = new HashSet<>();
    answers.stream().filter(one -> one.status() == 201).forEach(one -> placed.add(one.body()));
    assertThat(placed).hasSize(1);
    assertThat(annThere.get("orders").expect(200).get("items")).hasSize(1);
    assertThat(balance()).isEqualTo("97.00");
  }

  /** The first answers; the second repeats the answer, and refuses the key with another body. */
  private static JsonNode answeredOnce(
      Shopper who, String path, String key, Object body, Object otherBody) {
    Shopper there = who.at(shop.second());
    Answer first = who.at(shop.first()).post(path, key, body);
    assertThat(first.header("Idempotent-Replayed")).isNull();
    Answer again = there.post(path, key, body);
    assertThat(again.expect(201)).isEqualTo(first.expect(201));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(place(again)).isEqualTo(place(first));
    Answer other = there.post(path, key, otherBody);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    return first.body();
  }

  /** Without the host, which is that of whoever was asked. */
  private static String place(Answer answer) {
    return URI.create(answer.header("Location")).getPath();
  }

  /** Who broke off is missed when something is told, at the latest by a heartbeat. */
  private OrderStreamClient listen(Shopper who, String order, String last) {
    OrderStreamClient line =
        Eventually.see(
            "a place to listen",
            () -> OrderStreamClient.to(stream(who, order), last),
            one -> one.status() == 200);
    open.add(line);
    return line;
  }

  private static HttpRequest.Builder stream(Shopper who, String order) {
    return who.request(order + "/stream");
  }

  private static void awaitProcessing(String order) {
    Eventually.see(
        "an order that is processed",
        () -> admin.get(order).expect(200).get("status").asText(),
        "PROCESSING"::equals);
  }

  private static long processed(PublishedEvents events, String order) {
    return events.all().stream()
        .filter(event -> event.type().equals("OrderProcessing"))
        .filter(event -> order.endsWith(event.payload().get("orderId").asText()))
        .count();
  }

  private String balance() {
    return ann.get("balance?currency=EUR").expect(200).at("/balances/0/amount").asText();
  }

  private long transfers() {
    return shop.count(
        "payment", "select count(*) from gateway_transfer where user_id = ?", ann.id());
  }
}
