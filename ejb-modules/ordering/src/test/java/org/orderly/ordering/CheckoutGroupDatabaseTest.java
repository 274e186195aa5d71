package org.orderly.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.command;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.unpaid.UnpaidLimitReached;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.group.GroupLimits;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.request.RequestContext;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Many orders in one transaction: each as if it had committed alone, in the order of arrival. */
class CheckoutGroupDatabaseTest {

  private static final PaymentSelection WALLET = PaymentSelection.wallet();
  private static final PaymentSelection INVOICE =
      new PaymentSelection(PaymentMethod.INVOICE, null, null);

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final TestCheckouts checkouts = new TestCheckouts(APP);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private TestDatabase ordering;
  private ProductId tea;
  private UserId ann;
  private UserId bob;

  @BeforeEach
  void open() {
    ordering = APP.database("ordering");
    tea = shop.product("2.50", 10);
    ann = shop.buyer("20.00");
    bob = shop.buyer("20.00");
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    callers.shutdownNow();
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private long commits() {
    return ordering.count("tx_decision where outcome = 'C'");
  }

  @Test
  void sharesOneCommit() {
    long before = commits();
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(ann, item(tea, 1)),
            checkouts.pending(bob, item(tea, 2)),
            checkouts.pending(ann, item(tea, 3)));

    assertThat(results).allMatch(result -> result.failure().isEmpty());
    assertThat(commits()).isEqualTo(before + 1);
    assertThat(shop.stock(tea)).isEqualTo("(10,6)");
    assertThat(shop.wallet(ann)).isEqualTo(eur("10.00"));
    assertThat(shop.wallet(bob)).isEqualTo(eur("15.00"));
    for (GroupResult<IdempotentResult<OrderView>> result : results) {
      OrderView order = result.get().value();
      assertThat(shop.steps(order.id()))
          .containsExactly("(,PLACED,OrderPlaced)", "(PLACED,CONFIRMED,OrderConfirmed)");
      assertThat(shop.events(order.id())).containsExactly("OrderPlaced", "OrderConfirmed");
      assertThat(shop.payments(order.id())).hasSize(1).allMatch(row -> row.contains("CAPTURED"));
      assertThat(APP.bean(OrderQueries.class).one(order.id())).isEqualTo(order);
    }
    assertThat(results.stream().map(result -> result.get().value().number()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatThoseBeforeItHaveTaken() {
    UserId rich = shop.buyer("100.00");
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(ann, item(tea, 4)),
            checkouts.pending(ann, item(tea, 5)),
            checkouts.pending(rich, item(tea, 7)),
            checkouts.pending(rich, item(tea, 6)));

    assertThat(results.get(0).failure()).isEmpty();
    assertThat(results.get(1).failure()).containsInstanceOf(InsufficientFunds.class);
    assertThat(results.get(2).failure())
        .get()
        .isInstanceOfSatisfying(
            InsufficientStock.class,
            refusal -> assertThat(refusal.details().toString()).contains("available=6"));
    assertThat(results.get(3).failure()).isEmpty();
    assertThat(shop.stock(tea)).isEqualTo("(10,10)");
    assertThat(shop.wallet(ann)).isEqualTo(eur("10.00"));
  }

  @Test
  void writesNothingIfAllAreRefused() {
    long before = commits();
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(ann, item(tea, 11)), checkouts.pending(bob, item(tea, 9)));

    assertThat(results.get(0).failure()).containsInstanceOf(InsufficientStock.class);
    assertThat(results.get(1).failure()).containsInstanceOf(InsufficientFunds.class);
    assertThat(commits()).isEqualTo(before);
    assertThat(shop.stock(tea)).isEqualTo("(10,0)");
    assertThat(ordering.count("outbox")).isZero();
  }

  @Test
  void repliesToARepeatedKeyOfTheSameGroup() {
    PlaceOrder first = command(ann, "key", WALLET, List.of(item(tea, 1)));
    PlaceOrder other = command(ann, "key", WALLET, List.of(item(tea, 2)));
    RequestContext context = RequestContext.current();
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(first, null, context),
            checkouts.pending(first, null, context),
            checkouts.pending(other, null, context));

    assertThat(results.get(0).get().replayed()).isFalse();
    assertThat(results.get(1).get().replayed()).isTrue();
    assertThat(results.get(1).get().value()).isEqualTo(results.get(0).get().value());
    assertThat(results.get(2).failure()).containsInstanceOf(IdempotencyKeyReused.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
    assertThat(checkouts.commit(checkouts.pending(first, null, context)).get(0).get().replayed())
        .isTrue();
  }

  @Test
  void ordersACartOnceInAGroup() {
    UUID cart = UUID.randomUUID();
    RequestContext context = RequestContext.current();
    PlaceOrder one = command(ann, "one", WALLET, List.of(item(tea, 1)));
    PlaceOrder two = command(ann, "two", WALLET, List.of(item(tea, 1)));
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(one, cart, context), checkouts.pending(two, cart, context));

    assertThat(results.get(0).failure()).isEmpty();
    assertThat(results.get(1).failure()).containsInstanceOf(CartClaims.CartAlreadyOrdered.class);
    assertThat(checkouts.commit(checkouts.pending(two, cart, context)).get(0).failure())
        .containsInstanceOf(CartClaims.CartAlreadyOrdered.class);
    assertThat(shop.stock(tea)).isEqualTo("(10,1)");
  }

  @Test
  void limitsTheUnpaidOrdersOfABuyerWithinAGroup() {
    RequestContext context = RequestContext.current();
    ProductId plenty = shop.product("1.00", 1000);
    PendingCheckout[] four =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    checkouts.pending(
                        command(ann, "key" + i, INVOICE, List.of(item(plenty, 1))), null, context))
            .toArray(PendingCheckout[]::new);
    List<GroupResult<IdempotentResult<OrderView>>> results = checkouts.commit(four);

    assertThat(results.subList(0, 3)).allMatch(result -> result.failure().isEmpty());
    assertThat(results.get(3).failure()).containsInstanceOf(UnpaidLimitReached.class);
    assertThat(shop.stock(plenty)).isEqualTo("(1000,3)");
    assertThat(ordering.count("orders where user_id = ? and expires_at is not null", ann.value()))
        .isEqualTo(3);
  }

  @Test
  void notesWhoPlacedEachOrder() {
    List<GroupResult<IdempotentResult<OrderView>>> results =
        checkouts.commit(
            checkouts.pending(
                command(ann, null, WALLET, List.of(item(tea, 1))), null, contextOf(ann)),
            checkouts.pending(
                command(bob, null, WALLET, List.of(item(tea, 1))), null, contextOf(bob)));

    assertActor(results.get(0), ann);
    assertActor(results.get(1), bob);
  }

  private static RequestContext contextOf(UserId user) {
    return new RequestContext(user.toString(), "192.0.2.1", "request", "device");
  }

  private void assertActor(GroupResult<IdempotentResult<OrderView>> result, UserId actor) {
    UUID order = result.get().value().id().value();
    String expected = "(" + actor + ")";
    assertThat(ordering.rows("select actor from order_transition where order_id = ?", order))
        .hasSize(2)
        .containsOnly(expected);
    TestDatabase payment = APP.database("payment");
    assertThat(
            payment.rows(
                "select t.actor from payment_transition t join payment p on p.id = t.payment_id"
                    + " where p.order_id = ?",
                order))
        .containsOnly(expected);
    assertThat(payment.rows("select actor from ledger_transaction where reference = ?", order))
        .containsExactly(expected);
  }

  @Test
  void failsOnlyThePoisonedOrderOfAGroup() throws Exception {
    ProductId poison = shop.product("1.00", 10);
    APP.database("inventory")
        .execute(
            "alter table reservation add constraint poison check (product_id <> '"
                + poison
                + "') not valid");
    try {
      CountDownLatch gathered = new CountDownLatch(1);
      GroupCommit<PendingCheckout, IdempotentResult<OrderView>> commits = gathering(gathered);
      List<Future<IdempotentResult<OrderView>>> calls = new ArrayList<>();
      calls.add(call(commits, checkouts.pending(ann, item(tea, 1))));
      awaitWaiting(commits, 0);
      for (int i = 0; i < 5; i++) {
        calls.add(call(commits, checkouts.pending(i % 2 == 0 ? ann : bob, item(tea, 1))));
        awaitWaiting(commits, i + 1);
      }
      Future<IdempotentResult<OrderView>> poisoned =
          call(commits, checkouts.pending(bob, item(tea, 1), item(poison, 1)));
      awaitWaiting(commits, 6);
      gathered.countDown();

      for (Future<IdempotentResult<OrderView>> call : calls) {
        assertThat(call.get(30, TimeUnit.SECONDS).replayed()).isFalse();
      }
      assertThat(failure(poisoned)).hasStackTraceContaining("poison");
    } finally {
      APP.database("inventory").execute("alter table reservation drop constraint poison");
    }
    assertThat(shop.stock(tea)).isEqualTo("(10,6)");
    assertThat(shop.stock(poison)).isEqualTo("(10,0)");
  }

  /** One lane, which the first entry keeps until the others have gathered. */
  private static GroupCommit<PendingCheckout, IdempotentResult<OrderView>> gathering(
      CountDownLatch gathered) {
    GroupLimits limits = new GroupLimits(1, 100, 32, 512, 8, Duration.ofSeconds(30));
    return new GroupCommit<>(
        limits,
        new PendingCheckout.Traits(),
        group -> {
          try {
            gathered.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return APP.bean(CheckoutTransaction.class).commit(group);
        });
  }

  private Future<IdempotentResult<OrderView>> call(
      GroupCommit<PendingCheckout, IdempotentResult<OrderView>> commits, PendingCheckout entry) {
    return callers.submit(() -> commits.commit(entry));
  }

  private static void awaitWaiting(GroupCommit<?, ?> commits, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (commits.waiting() != count) {
      assertThat(System.nanoTime()).as("time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Throwable failure(Future<?> call) throws Exception {
    try {
      return new AssertionError("returned " + call.get(30, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
