package org.orderly.tests.drill.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.orderly.tests.drill.history.RequestIdentity;

/**
 * A customer who orders all the time, from a wallet with plenty and sometimes from one with too
 * little, and repeats each request under the same key until the answer is definite. Now and then it
 * restocks the scarce product, and deposits into the wallet that all customers share.
 */
public final class DrillCustomer {
  private static final int REMEMBERED = 30;
  private static final long RUSH_EVERY_MILLIS = 1000;
  private static final long RUSH_MILLIS = 150;

  private final RecordingClient client;
  private final DrillProducts drillProducts;
  private final DrillAccounts accounts;
  private final Random random;
  private final int number;
  private final List<OrderAttempt> placedBefore = new ArrayList<>();
  private List<OrderAttempt> attempts = new ArrayList<>();
  private volatile int answers;
  private int serial;

  public DrillCustomer(
      int number,
      RecordingClient client,
      DrillProducts drillProducts,
      DrillAccounts accounts,
      Random random) {
    this.number = number;
    this.client = client;
    this.drillProducts = drillProducts;
    this.accounts = accounts;
    this.random = random;
  }

  /** What was requested since the last call, repetitions of older requests included. */
  List<OrderAttempt> takeAttempts() {
    List<OrderAttempt> taken = attempts;
    attempts = new ArrayList<>();
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
        if (isRush()) {
          rush(random.nextInt(100));
        } else {
          act(random.nextInt(100));
        }
        answers = i + 1;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All customers want the last pieces at the same moments, and so meet in one group. */
  private static boolean isRush() {
    return Math.floorMod(System.nanoTime() / 1_000_000, RUSH_EVERY_MILLIS) < RUSH_MILLIS;
  }

  private void rush(int dice) throws InterruptedException {
    if (dice < 30) {
      order(attempt(accounts.rich(), tooMuch(), true));
    } else if (dice < 80) {
      order(attempt(accounts.rich(), withScarce(), false));
    } else {
      order(attempt(accounts.shared(), withScarce(), false));
    }
  }

  private void act(int dice) throws InterruptedException {
    if (dice < 8 && !placedBefore.isEmpty()) {
      OrderAttempt again = placedBefore.get(random.nextInt(placedBefore.size()));
      again.tell("asked again after success");
      order(again);
    } else if (dice < 16) {
      orderCart();
    } else if (dice < 23) {
      order(attempt(accounts.rich(), tooMuch(), true));
    } else if (dice < 29) {
      order(attempt(accounts.poor(), items(1, drillProducts.any(random)), false));
    } else if (dice < 40) {
      order(attempt(accounts.rich(), withScarce(), false));
    } else if (dice < 50) {
      order(attempt(accounts.shared(), items(2, drillProducts.any(random)), false));
    } else if (dice < 52) {
      deposit();
    } else if (dice < 60) {
      restock();
    } else {
      order(attempt(accounts.rich(), items(3, drillProducts.any(random)), false));
    }
  }

  private Map<UUID, Integer> items(int linesMax, UUID first) {
    Map<UUID, Integer> items = new LinkedHashMap<>();
    items.put(first, 1 + random.nextInt(3));
    for (int lines = random.nextInt(linesMax); lines > 0; lines--) {
      items.put(drillProducts.any(random), 1 + random.nextInt(3));
    }
    return items;
  }

  /** The last pieces together with what everybody buys. */
  private Map<UUID, Integer> withScarce() {
    return Map.of(drillProducts.scarce(), 1 + random.nextInt(2), drillProducts.ids().get(0), 1);
  }

  /** Must be refused, and must leave to others what there would have been enough of. */
  private Map<UUID, Integer> tooMuch() {
    Map<UUID, Integer> items = new LinkedHashMap<>();
    items.put(drillProducts.ids().get(random.nextInt(5)), DrillProducts.tooMuch());
    items.put(drillProducts.scarce(), 1);
    return items;
  }

  private OrderAttempt attempt(
      DrillAccount drillAccount, Map<UUID, Integer> items, boolean impossible) {
    return new OrderAttempt(drillAccount, key(), items, impossible);
  }

  private String key() {
    return "drill-" + number + "-" + ++serial;
  }

  private void orderCart() throws InterruptedException {
    String line = "cart/items/" + drillProducts.any(random);
    OrderAttempt orderAttempt = attempt(accounts.rich(), null, false);
    InstanceClient.Reply put =
        client.change(
            "PUT", line, token(accounts.rich()), Map.of("quantity", 1), orderAttempt::tell);
    if (put == null || !put.isDone()) {
      return;
    }
    order(orderAttempt);
    if (!orderAttempt.isPlaced()) {
      // Redis may have lost its last second, and with it that this cart was ordered
      client.change("DELETE", "cart", token(accounts.rich()), null, orderAttempt::tell);
    }
  }

  private void order(OrderAttempt orderAttempt) throws InterruptedException {
    if (!attempts.contains(orderAttempt)) {
      attempts.add(orderAttempt);
    }
    orderAttempt.answered(
        client.post(
            orderAttempt.request(),
            "orders",
            token(orderAttempt.buyer()),
            orderAttempt.body(),
            orderAttempt::tell));
  }

  private void deposit() throws InterruptedException {
    DrillAccount shared = accounts.shared();
    Map<String, String> money =
        Map.of("amount", 10 + random.nextInt(40) + ".00", "currency", DrillProducts.CURRENCY);
    client.post(
        new RequestIdentity(CallAnswers.DEPOSIT, shared.id().toString(), key()),
        "balance/deposit",
        token(shared),
        Map.of("amount", money),
        call -> {});
  }

  /** The reason that is kept with the movement is the key, so that it is found there. */
  private void restock() throws InterruptedException {
    String key = key();
    client.post(
        new RequestIdentity(CallAnswers.RESTOCK, "admin", key),
        "inventory/" + drillProducts.scarce() + "/adjustments",
        token(accounts.admin()),
        Map.of("quantity", 1 + random.nextInt(4), "reason", key),
        call -> {});
  }

  private static String token(DrillAccount drillAccount) {
    return drillAccount.token();
  }
}
