package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orderly.inventory.LockedStock;
import org.orderly.inventory.TestStock;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.unpaid.TestUnpaid;
import org.orderly.ordering.unpaid.UnpaidOrder;
import org.orderly.payment.ChargeRequest;
import org.orderly.payment.LockedFunds;
import org.orderly.payment.TestFunds;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.GroupClaim;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.idempotency.TestClaims;
import org.orderly.platform.request.RequestContext;

/** The same log of requests has the same outcome in groups of any size. */
class CheckoutDeciderTest {

  private static final int LOGS = Integer.getInteger("orderly.checkout.decider.logs", 1500);
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void decidesAnyLogAlikeInGroupsOfAnySize() {
    Set<String> kinds = new HashSet<>();
    for (long seed = 1; seed <= LOGS; seed++) {
      List<String> alone = new World(seed).run(1);
      assertThat(new World(seed).run(32)).as("seed %d, groups of 32", seed).isEqualTo(alone);
      int size = 2 + (int) (seed % 7);
      assertThat(new World(seed).run(size)).as("seed %d, of %d", seed, size).isEqualTo(alone);
      alone.forEach(answer -> kinds.add(answer.replaceAll("[ \\d].*", "")));
    }
    assertThat(kinds)
        .as("what the logs lead to")
        .contains(
            "placed",
            "replayed",
            "InsufficientStock",
            "InsufficientFunds",
            "IdempotencyKeyReused",
            "CartAlreadyOrdered",
            "UnpaidLimitReached");
  }

  private static Money eur(long cents) {
    return new Money(cents, java.util.Currency.getInstance("EUR"));
  }

  /** A shop in memory: what has been committed. */
  private static final class World {

    private final Random random;
    private final Map<ProductId, Integer> onHand = new LinkedHashMap<>();
    private final Map<ProductId, Integer> reserved = new HashMap<>();
    private final Map<UserId, Money> wallets = new LinkedHashMap<>();
    private final List<UUID> carts = new ArrayList<>();
    private final List<IdempotencyKeys.Kept> answers = new ArrayList<>();
    private final Set<UUID> orderedCarts = new HashSet<>();
    private final List<UnpaidOrder> unpaid = new ArrayList<>();

    World(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        onHand.put(new ProductId(id()), random.nextInt(25));
        wallets.put(new UserId(id()), eur(random.nextInt(4000)));
        carts.add(id());
      }
    }

    private UUID id() {
      return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(Iterable<T> all) {
      List<T> list = new ArrayList<>();
      all.forEach(list::add);
      return list.get(random.nextInt(list.size()));
    }

    List<String> run(int groupSize) {
      List<PendingCheckout> log = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        log.add(checkout());
      }
      List<String> outcomes = new ArrayList<>();
      for (int from = 0; from < log.size(); from += groupSize) {
        commit(log.subList(from, Math.min(from + groupSize, log.size())), outcomes);
      }
      reserved.forEach((product, pieces) -> outcomes.add("stock " + product + " " + pieces));
      wallets.forEach((owner, money) -> outcomes.add("wallet " + owner + " " + money));
      return outcomes;
    }

    private PendingCheckout checkout() {
      UserId buyer = any(wallets.keySet());
      List<OrderLine> lines = new ArrayList<>();
      Money total = eur(0);
      for (ProductId product : onHand.keySet()) {
        if (random.nextBoolean() || lines.isEmpty()) {
          int pieces = 1 + random.nextInt(5);
          Money sum = eur(pieces * 120L);
          lines.add(new OrderLine(product, "S", "Tea", Quantity.of(pieces), eur(120), sum, null));
          total = total.plus(sum);
        }
      }
      UUID cart = random.nextInt(4) == 0 ? any(carts) : null;
      boolean invoice = random.nextInt(4) == 0;
      String key = random.nextInt(3) == 0 ? "key" + random.nextInt(4) : null;
      String fingerprint = random.nextInt(4) == 0 ? "other" : "body";
      PaymentMethod method = invoice ? PaymentMethod.INVOICE : PaymentMethod.WALLET;
      PlaceOrder command =
          new PlaceOrder(
              buyer,
              List.of(),
              OrderActions.HOME,
              new PaymentSelection(method, null, null),
              null,
              null,
              new IdempotencyKey(buyer, "place-order", key, fingerprint));
      PaymentPlan plan = invoice ? new PaymentPlan.Invoice() : new PaymentPlan.Wallet();
      ChargeRequest charge =
          new ChargeRequest(new OrderId(id()), buyer, total, plan, Duration.ofDays(1), "actor");
      PricedItems items = new PricedItems(cart, lines, List.of(), total);
      return new PendingCheckout(command, items, charge, RequestContext.current());
    }

    private void commit(List<PendingCheckout> group, List<String> outcomes) {
      GroupClaim<OrderView> claims =
          TestClaims.of(
              OrderView.class, group.stream().map(PendingCheckout::request).toList(), answers);
      List<UUID> wanted =
          group.stream()
              .map(checkout -> checkout.pricedItems().cartId())
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      CartClaims cartClaims =
          new CartClaims(
              wanted,
              () -> wanted.stream().map(cart -> true).toList(),
              () -> List.copyOf(orderedCarts));
      LockedStock stock = TestStock.locked(onHand, reserved, NOW);
      LockedFunds funds = TestFunds.locked(wallets, NOW);
      CheckoutDecider decider =
          new CheckoutDecider(claims, cartClaims, funds, TestUnpaid.counts(unpaid), stock, NOW);
      for (PendingCheckout checkout : group) {
        String number = "2026-%06d".formatted(outcomes.size());
        outcomes.add(text(decider.decide(checkout, number)));
      }
      decider.accepted().forEach(this::write);
      answers.addAll(decider.kept().stream().filter(kept -> kept.request().isPresent()).toList());
    }

    private void write(OrderRepository.Placed placed) {
      Order order = placed.order();
      order
          .reservationLines()
          .forEach(
              line ->
                  reserved.merge(
                      line.productId(), line.quantity().value().intValueExact(), Integer::sum));
      if (order.paymentMethod() == PaymentMethod.WALLET) {
        wallets.compute(order.buyer(), (owner, money) -> money.minus(order.total()));
      } else {
        unpaid.add(new UnpaidOrder(order.buyer(), order.items(), RequestContext.current()));
      }
      if (order.cartId() != null) {
        orderedCarts.add(order.cartId());
      }
    }

    private static String text(GroupResult<IdempotentResult<OrderView>> result) {
      if (result.failure().isPresent()) {
        return result.failure().get().getClass().getSimpleName();
      }
      OrderView order = result.get().value();
      String how = result.get().replayed() ? "replayed " : "placed ";
      return how + order.number() + " " + order.status() + " " + order.total();
    }
  }
}
