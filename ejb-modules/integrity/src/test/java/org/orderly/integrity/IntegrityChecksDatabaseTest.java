package org.orderly.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ordering.OrderActions.item;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderLife;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.quote.SamplePriceRules;
import org.orderly.platform.integrity.Finding;
import org.orderly.testing.Application;

/**
 * Every integrity check finds what it is for: rows that somebody changed behind the shop's back.
 */
class IntegrityChecksDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private ProductId tea;
  private UserId ann;

  @BeforeEach
  void placeAnOrderInCleanDatabases() {
    APP.database("ordering")
        .tamper("truncate order_transition, order_line, orders, idempotency_key, outbox cascade");
    APP.database("inventory")
        .tamper("truncate reservation, reservation_set, stock_movement, stock_item, outbox");
    APP.database("payment")
        .tamper(
            "truncate posting, ledger_unsealed, ledger_transaction, account, payment_transition,"
                + " payment_task, refund, payment, card_intent, gateway_transfer, outbox cascade");
    tea = shop.product("2.50", 10);
    ann = shop.buyer("20.00");
    shop.place(ann, item(tea, 2));
    assertThat(IntegrityActions.findings(APP)).as("before anything is changed").isEmpty();
  }

  @Test
  void passWhileOrdersArePlaced() {
    shop.place(ann, item(tea, 1));
    shop.placeByInvoice(ann, item(tea, 1));
    assertThat(IntegrityActions.findings(APP)).isEmpty();
  }

  /**
   * 3 pieces of tea and 2 cups, with a discount each for the tea and the order, tax and shipping.
   */
  private OrderView adjustedOrder(ProductId cup) {
    APP.bean(SamplePriceRules.class).inForce(true);
    try {
      return shop.place(shop.buyer("50.00"), item(tea, 3), item(cup, 2));
    } finally {
      APP.bean(SamplePriceRules.class).inForce(false);
    }
  }

  @Test
  void passThroughTheLifeOfAnAdjustedOrder() {
    ProductId cup = shop.product("4.00", 5);
    OrderLife life = new OrderLife(APP);
    OrderView order = adjustedOrder(cup);
    OrderView cancelled = adjustedOrder(cup);
    life.cancel(cancelled);
    assertThat(IntegrityActions.findings(APP)).isEmpty();
    life.ship(order, item(tea, 2), item(cup, 1));
    life.comeBack(order, item(tea, 1));
    assertThat(IntegrityActions.findings(APP)).isEmpty();
    life.cancel(order);
    assertThat(IntegrityActions.findings(APP)).isEmpty();
    Money worth = life.comeBack(order, item(tea, 1), item(cup, 1)).refundable();
    life.refund(order, worth);
    assertThat(IntegrityActions.findings(APP)).isEmpty();

    APP.database("ordering").tamper("update return_item set received_value = received_value - 1");

    assertThat(IntegrityActions.findings(APP)).extracting(Finding::check).containsOnly("I6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update orders set total = total + 1",
        "update orders set adjustments = adjustments + 1",
        "update order_line set adjusted = adjusted + 1 where position = 0",
        "update order_line set adjusted = adjusted - 1 where position = 1;"
            + " update orders set total = total - 1 where adjustments > 0",
        "update order_adjustment set amount = amount + 1 where kind = 'SHIPPING'",
        "update order_adjustment set amount = amount + 1 where kind = 'TAX'",
        "update order_line_adjustment set amount = amount - 1",
        "delete from order_adjustment where kind = 'DISCOUNT'",
        "delete from order_line_adjustment",
        "insert into order_adjustment (order_id, revision, position, kind, label, amount, source)"
            + " select id, revision, 9, 'FEE', 'Late', 1, 'rule:late' from orders"
            + " where adjustments > 0",
        "insert into order_adjustment (order_id, revision, position, kind, label, amount, source)"
            + " select id, revision, p, 'TAX', 'Late', 9 - 2 * p, 'rule:late'"
            + " from orders, (values (4), (5)) n (p) where adjustments = 0"
      })
  void findsAdjustmentsThatDoNotAddUp(String change) {
    adjustedOrder(shop.product("4.00", 5));
    assertThat(IntegrityActions.findings(APP)).as("before anything is changed").isEmpty();

    APP.database("ordering").tamper(change);

    assertThat(IntegrityActions.findings(APP)).extracting(Finding::check).contains("I6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I1 | inventory | update stock_item set on_hand = on_hand + 1",
        "I1 | inventory | delete from stock_movement",
        "I2 | inventory | update stock_item set reserved = reserved - 1",
        "I2 | inventory | update reservation set quantity = quantity + 1",
        "I2 | inventory | update reservation set recorded = true",
        "I3 | inventory | delete from reservation; delete from reservation_set",
        "I3 | inventory | update reservation_set set status = 'RELEASED'",
        "I4 | payment | update account set balance = balance + 1 where kind = 'WALLET'",
        "I4 | payment | update posting set amount = amount + 1 where amount = 500",
        "I5 | payment | update payment set captured = 499",
        "I5 | payment | delete from posting where amount = 500",
        "I6 | ordering | update order_line set unit_price = 249, line_total = 498",
        "I6 | payment | update payment set amount = 499",
        "I6 | payment | delete from payment_transition; delete from payment",
        "I8 | ordering | delete from order_transition where step = 1",
        "I10 | payment | insert into gateway_transfer (id, user_id, direction, status, currency,"
            + " amount, gateway, created_at) values (gen_random_uuid(), gen_random_uuid(), 'IN',"
            + " 'PENDING', 'EUR', 1, 'agreeing', now() - interval '1 day')"
      })
  void findsWhatWasChanged(String check, String domain, String change) {
    APP.database(domain).tamper(change);

    assertThat(IntegrityActions.findings(APP)).extracting(Finding::check).contains(check);
  }
}
