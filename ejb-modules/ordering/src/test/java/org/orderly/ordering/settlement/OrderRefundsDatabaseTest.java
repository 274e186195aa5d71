package org.orderly.ordering.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LeafChecks;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderView;
import org.orderly.payment.RefundAboveCaptured;
import org.orderly.payment.RefundView;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Refunds of orders: the money, the step of the order, and its event, together and once. */
class OrderRefundsDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private final UserId admin = UserId.newId();
  private UserId ann;
  private OrderView order;

  @BeforeEach
  void place() {
    ann = shop.buyer("20.00");
    order = shop.place(ann, item(shop.product("2.50", 10), 2));
    shop.forgetEvents();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  private RefundView refund(Money amount, String key) {
    return APP.bean(OrderRefunds.class)
        .refund(
            new OrderRefunds.RefundOrder(order.id(), amount, RefundTarget.BALANCE, "broken"),
            IdempotencyKey.of(admin, "refund", key, new Body(amount.toString())))
        .value();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private List<String> refundSteps() {
    return shop.steps(order.id()).stream().filter(step -> step.contains("OrderRefunded")).toList();
  }

  @Test
  void payTheMoneyBackAndTellOfIt() {
    refund(eur("3.00"), newKey());

    assertThat(shop.wallet(ann)).isEqualTo(eur("18.00"));
    assertThat(shop.events(order.id())).containsExactly("OrderRefunded");
    assertThat(refundSteps()).containsExactly("(CONFIRMED,CONFIRMED,OrderRefunded)");
  }

  @Test
  void payOnceForAKeyHoweverManyTry() {
    String key = newKey();
    ConcurrentCalls.run(4, i -> refund(eur("2.00"), key));
    refund(eur("2.00"), key);

    assertThat(shop.wallet(ann)).isEqualTo(eur("17.00"));
    assertThat(refundSteps()).hasSize(1);
  }

  @Test
  void payNoMoreThanWasPaidHoweverManyAsk() {
    List<ConcurrentCalls.Outcome<RefundView>> outcomes =
        ConcurrentCalls.run(4, i -> refund(eur("3.00"), newKey()));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof RefundAboveCaptured);
    assertThat(shop.wallet(ann)).isEqualTo(eur("18.00"));
    assertThat(refundSteps()).hasSize(1);
  }

  @Test
  void leaveNothingBehindWhenTheyAreRefused() {
    assertThatThrownBy(() -> refund(eur("5.01"), newKey())).isInstanceOf(RefundAboveCaptured.class);
    assertThatThrownBy(() -> refund(Money.of("1.00", "USD"), newKey()))
        .isInstanceOf(CurrencyMismatch.class);

    assertThat(shop.wallet(ann)).isEqualTo(eur("15.00"));
    assertThat(shop.events(order.id())).isEmpty();
  }
}
