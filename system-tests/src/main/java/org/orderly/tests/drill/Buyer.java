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
final class Buyer {
  /** No outage lasts longer, with the slowest of starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private static final int REMEMBERED = 30;

  private final Till till;
  private final Goods goods;
  private final Account rich;
  private final Account poor;
  private final Random random;
  private final int number;
  private final List<Wish> placedBefore = new ArrayList<>();
  private List<Wish> wishes = new ArrayList<>();
  private volatile int answers;
  private int serial;
  private int instance;

  Buyer(int number, Till till, Goods goods, Account rich, Account poor, long seed) {
    this.number = number;
    this.till = till;
    this.goods = goods;
    this.rich = rich;
    this.poor = poor;
    this.random = new Random(seed * 7919 + number);
    this.instance = number;
  }

  List<Account> accounts() {
    return List.of(rich, poor);
  }

  /** What was wished since the last call, repetitions of older wishes included. */
  List<Wish> takeWishes() {
    List<Wish> taken = wishes;
    wishes = new ArrayList<>();
    taken.stream()
        .filter(wish -> wish.isPlaced() && !placedBefore.contains(wish))
        .forEach(placedBefore::add);
    while (placedBefore.size() > REMEMBERED) {
      placedBefore.remove(random.nextInt(placedBefore.size()));
    }
    return taken;
  }

  /** To how many wishes there was an answer since the shop opened. */
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
      Wish again = placedBefore.get(random.nextInt(placedBefore.size()));
      again.tell("asked again after success");
      order(again);
    } else if (dice < 18) {
      orderCart();
    } else if (dice < 25) {
      order(wish(rich, Map.of(goods.any(random), Goods.tooMuch()), true));
    } else if (dice < 33) {
      order(wish(poor, Map.of(goods.any(random), 1 + random.nextInt(3)), false));
    } else if (dice < 40) {
      order(wish(rich, Map.of(goods.scarce(), 1, goods.ids().get(0), 1), false));
    } else {
      order(wish(rich, basket(), false));
    }
  }

  private Map<java.util.UUID, Integer> basket() {
    Map<java.util.UUID, Integer> items = new LinkedHashMap<>();
    int lines = 1 + random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      items.put(goods.any(random), 1 + random.nextInt(3));
    }
    return items;
  }

  private Wish wish(Account account, Map<java.util.UUID, Integer> items, boolean impossible) {
    return new Wish(account, "drill-" + number + "-" + ++serial, items, impossible);
  }

  private void orderCart() throws InterruptedException {
    String line = "cart/items/" + goods.any(random);
    Wish wish = wish(rich, null, false);
    Till.Reply put = insist("PUT", line, rich, null, Map.of("quantity", 1), wish);
    if (put == null || !put.isDone()) {
      return;
    }
    order(wish);
    if (!wish.isPlaced()) {
      // Redis may have lost its last second, and with it that this cart was ordered
      insist("DELETE", "cart", rich, null, null, wish);
    }
  }

  private void order(Wish wish) throws InterruptedException {
    if (!wishes.contains(wish)) {
      wishes.add(wish);
    }
    wish.answered(insist("POST", "orders", wish.buyer(), wish.key(), wish.body(), wish));
  }

  /** The first definite answer, or {@code null} if there was none for all our patience. */
  private Till.Reply insist(
      String method, String path, Account account, String key, Object body, Wish wish)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String attempt = method + " " + path + " at " + Math.floorMod(instance, till.instances());
      try {
        Till.Reply reply = till.send(instance, method, path, account.token(), key, body);
        wish.tell(attempt + ": " + reply);
        if (reply.isDefinite()) {
          return reply;
        }
      } catch (IOException e) {
        wish.tell(attempt + ": " + e);
        instance++;
      }
      TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
    }
    return null;
  }
}
