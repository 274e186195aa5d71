package org.orderly.tests.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One who buys all the time, from a full purse and sometimes from an empty one, and asks again
 * under the same key until the answer is definite.
 */
final class DrillCustomer {
  /** No outage lasts longer, with the slowest of starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private static final int REMEMBERED = 30;

  private final InstanceClient instanceClient;
  private final DrillProducts drillProducts;
  private final DrillAccount rich;
  private final DrillAccount poor;
  private final Random random;
  private final int number;
  private final List<OrderAttempt> placedBefore = new ArrayList<>();
  private List<OrderAttempt> wishes = new ArrayList<>();
  private volatile int answers;
  private int serial;
  private int instance;

  DrillCustomer(
      int number,
      InstanceClient instanceClient,
      DrillProducts drillProducts,
      DrillAccount rich,
      DrillAccount poor,
      long seed) {
    this.number = number;
    this.instanceClient = instanceClient;
    this.drillProducts = drillProducts;
    this.rich = rich;
    this.poor = poor;
    this.random = new Random(seed * 7919 + number);
    this.instance = number;
  }

  List<DrillAccount> accounts() {
    return List.of(rich, poor);
  }

  /** What was requested since the last call, repetitions of older requests included. */
  List<OrderAttempt> takeWishes() {
    List<OrderAttempt> taken = wishes;
    wishes = new ArrayList<>();
    taken.stream()
        .filter(orderAttempt -> orderAttempt.isPlaced() && !placedBefore.contains(orderAttempt))
        .forEach(placedBefore::add);
    while (placedBefore.size() > REMEMBERED) {
      placedBefore.remove(random.nextInt(placedBefore.size()));
    }
    return taken;
  }

  /** To how many requests there was an answer since the shop opened. */
  int answers() {
    return answers;
  }

  /** Buys until told to stop, but not more than so many times. */
  void shop(int most, BooleanSupplier open) {
    answers = 0;
    try {
      for (int i = 0; i < most && open.getAsBoolean(); i++) {
        buy();
        answers = i + 1;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void buy() throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 8 && !placedBefore.isEmpty()) {
      OrderAttempt again = placedBefore.get(random.nextInt(placedBefore.size()));
      again.tell("asked again after success");
      order(again);
    } else if (dice < 18) {
      orderCart();
    } else if (dice < 25) {
      order(wish(rich, Map.of(drillProducts.any(random), DrillProducts.tooMuch()), true));
    } else if (dice < 33) {
      order(wish(poor, Map.of(drillProducts.any(random), 1 + random.nextInt(3)), false));
    } else if (dice < 40) {
      order(wish(rich, Map.of(drillProducts.scarce(), 1, drillProducts.ids().get(0), 1), false));
    } else {
      order(wish(rich, basket(), false));
    }
  }

  private Map<java.util.UUID, Integer> basket() {
    Map<java.util.UUID, Integer> items = new LinkedHashMap<>();
    int lines = 1 + random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      items.put(drillProducts.any(random), 1 + random.nextInt(3));
    }
    return items;
  }

  private OrderAttempt wish(
      DrillAccount drillAccount, Map<java.util.UUID, Integer> items, boolean impossible) {
    return new OrderAttempt(drillAccount, "drill-" + number + "-" + ++serial, items, impossible);
  }

  private void orderCart() throws InterruptedException {
    String line = "cart/items/" + drillProducts.any(random);
    OrderAttempt orderAttempt = wish(rich, null, false);
    InstanceClient.Reply put = insist("PUT", line, rich, null, Map.of("quantity", 1), orderAttempt);
    if (put == null || !put.isDone()) {
      return;
    }
    order(orderAttempt);
    if (!orderAttempt.isPlaced()) {
      // Redis may have lost its last second, and with it that this cart was ordered
      insist("DELETE", "cart", rich, null, null, orderAttempt);
    }
  }

  private void order(OrderAttempt orderAttempt) throws InterruptedException {
    if (!wishes.contains(orderAttempt)) {
      wishes.add(orderAttempt);
    }
    orderAttempt.answered(
        insist(
            "POST",
            "orders",
            orderAttempt.buyer(),
            orderAttempt.key(),
            orderAttempt.body(),
            orderAttempt));
  }

  /** The first definite answer, or {@code null} if there was none for all our patience. */
  private InstanceClient.Reply insist(
      String method,
      String path,
      DrillAccount drillAccount,
      String key,
      Object body,
      OrderAttempt orderAttempt)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String attempt =
          method + " " + path + " at " + Math.floorMod(instance, instanceClient.instances());
      try {
        InstanceClient.Reply reply =
            instanceClient.send(instance, method, path, drillAccount.token(), key, body);
        orderAttempt.tell(attempt + ": " + reply);
        if (reply.isDefinite()) {
          return reply;
        }
      } catch (IOException e) {
        orderAttempt.tell(attempt + ": " + e);
        instance++;
      }
      TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
    }
    return null;
  }
}
