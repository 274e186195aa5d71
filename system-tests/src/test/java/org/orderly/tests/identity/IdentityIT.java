package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.OrderStreamClient;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestKeys;
import org.orderly.tests.support.TestProducts;

/**
 * Nobody is ever taken for somebody else, though the threads that serve them have just left
 * requests that go on without a thread: those of listeners.
 */
@ExtendWith(RunningShop.class)
class IdentityIT {

  private static final int LISTENERS = 6;
  private static final int STREAMS_EACH = 8;
  private static final int CALLERS = 18;

  private final TestProducts tea = TestProducts.listed("3.00", "EUR", 1_000, null);
  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final Shopper bob = Shopper.registered(RunningShop.api());
  private final Shopper admin = RunningShop.admin();
  private final Map<Shopper, TestProducts> carts = Map.of(ann, filled(ann), bob, filled(bob));
  private final Shopper nobody = ann.with(null);
  private final Shopper stale = ann.with(expired(ann));
  private final String order = order(ann);

  @Test
  void isNeverAnothersWhileStreamsOpenEndAndAreCut() {
    everybodyIsThemselves();
    AtomicInteger listening = new AtomicInteger(LISTENERS);
    List<Integer> rounds =
        ConcurrentShoppers.of(
            LISTENERS + CALLERS,
            number -> number < LISTENERS ? listen(number, listening) : call(number, listening));
    assertThat(rounds).as("rounds of each").allMatch(n -> n > 0);
    everybodyIsThemselves();
  }

  /** Some streams last until their time is up, some are cut, some are of orders at their end. */
  private int listen(int number, AtomicInteger listening) {
    try {
      Shopper who = number == 0 ? ann : Shopper.registered(RunningShop.api());
      String own = number == 0 ? order : order(who);
      for (int i = 0; i < STREAMS_EACH; i++) {
        switch ((number + i) % 3) {
          case 0 -> listenToTheEnd(who, own);
          case 1 -> listenAndBreakOff(who, own);
          default -> listenUntilItIsCancelled(who);
        }
      }
      return STREAMS_EACH;
    } finally {
      listening.decrementAndGet();
    }
  }

  private static void listenToTheEnd(Shopper who, String path) {
    try (OrderStreamClient stream = open(who, path)) {
      assertThat(stream.next().event()).isEqualTo("OrderPlaced");
      assertThat(stream.next()).isNull();
    }
  }

  private static void listenAndBreakOff(Shopper who, String path) {
    try (OrderStreamClient stream = open(who, path)) {
      assertThat(stream.next().event()).isEqualTo("OrderPlaced");
    }
  }

  private void listenUntilItIsCancelled(Shopper who) {
    String other = order(who);
    try (OrderStreamClient stream = open(who, other)) {
      who.send("POST", other + "/cancel", Map.of("reason", "no more")).expect(200);
      for (OrderStreamClient.Told told = stream.next(); told != null; told = stream.next()) {
        assertThat(told.event()).isIn("OrderPlaced", "OrderCancelled");
      }
    }
  }

  private static OrderStreamClient open(Shopper who, String path) {
    OrderStreamClient stream = OrderStreamClient.to(who.request(path + "/stream"), null);
    assertThat(stream.status()).isEqualTo(200);
    return stream;
  }

  /** In turns, so that a thread has to do with one after the other. */
  private int call(int number, AtomicInteger listening) {
    int rounds = 0;
    while (rounds == 0 || listening.get() > 0) {
      switch ((number + rounds) % 5) {
        case 0 -> isSomebody(ann, 200);
        case 1 -> isSomebody(bob, 404);
        case 2 -> isTheAdmin();
        case 3 -> isNobody(nobody, 400);
        default -> isNobody(stale, 401);
      }
      rounds++;
    }
    return rounds;
  }

  private void everybodyIsThemselves() {
    isSomebody(ann, 200);
    isSomebody(bob, 404);
    isTheAdmin();
    isNobody(nobody, 400);
    isNobody(stale, 401);
  }

  private void isSomebody(Shopper who, int seesTheOrder) {
    assertThat(idOf(who)).isEqualTo(who.id().toString());
    is(who.get(order), seesTheOrder);
    if (seesTheOrder != 200) {
      is(who.get(order + "/stream"), seesTheOrder);
    }
    is(who.get("users?email=" + who.email()), 403);
    String own = carts.get(who).id().toString();
    assertThat(who.get("cart").expect(200).findValuesAsText("productId")).containsExactly(own);
    JsonNode quote = who.send("POST", "checkout/quote", Map.of()).expect(200);
    assertThat(quote.findValuesAsText("productId")).containsExactly(own);
  }

  private void isTheAdmin() {
    assertThat(idOf(admin)).isEqualTo(admin.id().toString());
    is(admin.get(order), 200);
    is(admin.get("users?email=" + bob.email()), 200);
  }

  /**
   * @param quoted what an open route answers that looks for the caller's cart
   */
  private void isNobody(Shopper who, int quoted) {
    for (String path : List.of("users/me", order, order + "/stream", "cart", "orders")) {
      is(who.get(path), 401);
    }
    is(who.send("POST", "checkout/quote", Map.of()), quoted);
  }

  private static void is(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
  }

  private static String idOf(Shopper who) {
    return who.get("users/me").expect(200).get("id").asText();
  }

  /** A product of this cart's alone. */
  private static TestProducts filled(Shopper who) {
    TestProducts own = TestProducts.listed("1.00", "EUR", 10, null);
    who.send("PUT", "cart/items/" + own.id(), Map.of("quantity", 1)).expect(200);
    return own;
  }

  private static String expired(Shopper who) {
    Instant now = Instant.now();
    return TestKeys.ownToken(
        who.id().toString(), TestKeys.ISSUER, now.minusSeconds(3_600), now.minusSeconds(1_800));
  }

  /** It waits for its money, and so for nothing that happens by itself. */
  private String order(Shopper buyer) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "invoice"));
    return "orders/" + buyer.send("POST", "orders", orderRequest).expect(201).get("id").asText();
  }
}
