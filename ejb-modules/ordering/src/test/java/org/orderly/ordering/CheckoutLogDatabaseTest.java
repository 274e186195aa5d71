package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.command;
import static org.orderly.ordering.OrderActions.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.request.RequestContext;
import org.orderly.testing.Application;

/** A log of requests has one outcome, over three databases, in groups of any size. */
class CheckoutLogDatabaseTest {

  private static final PaymentSelection WALLET = PaymentSelection.wallet();
  private static final PaymentSelection INVOICE =
      new PaymentSelection(PaymentMethod.INVOICE, null, null);
  private static final int LOGS = Integer.getInteger("orderly.checkout.logs", 12);

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final TestCheckouts checkouts = new TestCheckouts(APP);

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  /**
   * The same requests, in the same order, give the same answers, stock and balances, however they
   * are divided into groups.
   */
  @Test
  void decidesAnyLogAlikeInGroupsOfAnySize() {
    for (int log = 0; log < LOGS; log++) {
      long seed = 4711 + log;
      List<String> alone = new World(seed).run(1);
      assertThat(new World(seed).run(32)).as("seed %d", seed).isEqualTo(alone);
      assertThat(new World(seed).run(1 + new Random(seed).nextInt(8)))
          .as("seed %d", seed)
          .isEqualTo(alone);
    }
  }

  /**
   * A shop of its own with a log of requests: shortages, empty wallets, repeated keys and carts.
   */
  private final class World {

    private final Random random;
    private final List<ProductId> products = new ArrayList<>();
    private final List<UserId> buyers = new ArrayList<>();
    private final List<UUID> carts = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final Map<UUID, Integer> numbers = new HashMap<>();

    World(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        products.add(shop.product("1." + random.nextInt(10) + "0", random.nextInt(30)));
        buyers.add(shop.buyer(random.nextInt(40) + ".00"));
      }
    }

    List<String> run(int groupSize) {
      List<PendingCheckout> log = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        log.add(request());
      }
      List<String> answers = new ArrayList<>();
      for (int from = 0; from < log.size(); from += groupSize) {
        List<PendingCheckout> group = log.subList(from, Math.min(from + groupSize, log.size()));
        checkouts
            .commit(group.toArray(PendingCheckout[]::new))
            .forEach(result -> answers.add(text(result)));
      }
      products.forEach(product -> answers.add("stock " + shop.stock(product)));
      buyers.forEach(buyer -> answers.add("wallet " + shop.wallet(buyer)));
      return answers;
    }

    private PendingCheckout request() {
      UserId buyer = buyers.get(random.nextInt(buyers.size()));
      List<ProductQuantity> items = new ArrayList<>();
      for (ProductId product : products) {
        if (items.isEmpty() || random.nextBoolean()) {
          items.add(item(product, 1 + random.nextInt(4)));
        }
      }
      String key = random.nextInt(3) == 0 ? "key" + random.nextInt(6) : null;
      UUID cart = random.nextInt(5) == 0 ? carts.get(random.nextInt(2)) : null;
      PaymentSelection payment = random.nextInt(6) == 0 ? INVOICE : WALLET;
      return checkouts.pending(command(buyer, key, payment, items), cart, RequestContext.current());
    }

    /** Orders are numbered as they are first seen, since ids differ between worlds. */
    private String text(GroupResult<IdempotentResult<OrderView>> result) {
      if (result.failure().isPresent()) {
        return result.failure().get().getClass().getSimpleName();
      }
      OrderView order = result.get().value();
      int number = numbers.computeIfAbsent(order.id().value(), id -> numbers.size() + 1);
      return number + " " + order.status() + " " + order.total() + " " + result.get().replayed();
    }
  }
}
