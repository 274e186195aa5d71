package org.orderly.ordering.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ordering.OrderActions.eur;
import static org.orderly.ordering.OrderActions.item;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LeafChecks;
import org.orderly.ordering.OrderActions;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.payment.transfer.InvoiceAmountDiffers;
import org.orderly.payment.transfer.ReceivedTransfer;
import org.orderly.payment.transfer.TransferDifference;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

/** Orders that wait for a bank transfer: it comes, it is late, or time is over. */
class WaitingOrdersDatabaseTest {

  private record Body(String text) {}

  @RegisterExtension static final Application APP = Application.on(OrderActions.DOMAINS);

  private final OrderActions shop = new OrderActions(APP);
  private ProductId tea;
  private UserId ann;
  private OrderView order;

  @BeforeEach
  void placeByInvoice() {
    tea = shop.product("2.50", 100);
    ann = shop.buyer("0.00");
    order = shop.placeByInvoice(ann, item(tea, 2));
    shop.forgetEvents();
  }

  private String status() {
    return APP.bean(OrderQueries.class).one(order.id()).status();
  }

  private InvoiceSettlement.Paid pay(String amount, String key, TransferDifference difference) {
    String row =
        APP.database("payment")
            .row("select id from payment where order_id = ?", order.id().value());
    UUID invoice = UUID.fromString(row.substring(1, row.length() - 1));
    return APP.bean(InvoiceSettlement.class)
        .paid(
            order.id(),
            new ReceivedTransfer(invoice, eur(amount), "bank-" + key, difference),
            IdempotencyKey.of(ann, "pay", key, new Body(amount)))
        .value();
  }

  /** As if the order had waited long enough. */
  private void letTimePass() {
    APP.database("ordering")
        .execute(
            "update orders set expires_at = now() - interval '1 second' where id = ?",
            order.id().value());
  }

  @Test
  void keepsTheStockWhileItWaits() {
    assertThat(order.status()).isEqualTo("PLACED");
    assertThat(order.expiresAt()).isNotNull();
    assertThat(shop.stock(tea)).isEqualTo("(100,2)");
    assertThat(shop.payments(order.id())).containsExactly("(INVOICE,PENDING,0,0)");
  }

  @Test
  void confirmsAnOrderWhoseTransferHasCome() {
    InvoiceSettlement.Paid paid = pay("5.00", "a", TransferDifference.REFUSE);

    assertThat(paid.orderStatus()).isEqualTo("CONFIRMED");
    assertThat(shop.payments(order.id())).containsExactly("(INVOICE,CAPTURED,500,0)");
    assertThat(shop.events(order.id())).containsExactly("OrderConfirmed");
    assertThat(APP.bean(OrderQueries.class).one(order.id()).expiresAt()).isNull();
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  @Test
  void changesNothingByATransferOfAnotherAmount() {
    assertThatThrownBy(() -> pay("4.99", "a", TransferDifference.REFUSE))
        .isInstanceOf(InvoiceAmountDiffers.class);
    assertThat(status()).isEqualTo("PLACED");
    assertThat(shop.payments(order.id())).containsExactly("(INVOICE,PENDING,0,0)");
  }

  @Test
  void lapsesWhenTimeIsOver() {
    APP.bean(WaitingOrders.class).expire(order.id());
    assertThat(status()).as("before its time").isEqualTo("PLACED");

    letTimePass();
    assertThat(APP.bean(ExpiredOrderQueries.class).next()).contains(order.id());
    APP.bean(WaitingOrders.class).expire(order.id());

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(shop.stock(tea)).isEqualTo("(100,0)");
    assertThat(shop.payments(order.id())).containsExactly("(INVOICE,VOIDED,0,0)");
    assertThat(shop.events(order.id())).containsExactly("OrderCancelled");
    assertThat(APP.bean(ExpiredOrderQueries.class).next()).doesNotContain(order.id());
    assertThat(LeafChecks.findings(APP)).isEmpty();
  }

  @Test
  void putsMoneyOfALapsedOrderIntoTheBalance() {
    letTimePass();
    APP.bean(WaitingOrders.class).expire(order.id());

    assertThat(pay("5.00", "a", TransferDifference.BALANCE).toBalance()).isEqualTo(eur("5.00"));

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(shop.wallet(ann)).isEqualTo(eur("5.00"));
  }

  @Test
  void letsEitherTheMoneyOrTheClockWin() {
    for (int round = 0; round < 4; round++) {
      order = shop.placeByInvoice(ann, item(tea, 1));
      String key = "round-" + round;
      letTimePass();
      List<ConcurrentCalls.Outcome<Object>> outcomes =
          ConcurrentCalls.run(
              2,
              i -> {
                if (i == 0) {
                  return pay("2.50", key, TransferDifference.REFUSE);
                }
                APP.bean(WaitingOrders.class).expire(order.id());
                return null;
              });

      assertThat(outcomes.get(1).succeeded()).isTrue();
      if (outcomes.get(0).succeeded()) {
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(shop.payments(order.id())).containsExactly("(INVOICE,CAPTURED,250,0)");
      } else {
        assertThat(status()).isEqualTo("CANCELLED");
        assertThat(shop.payments(order.id())).containsExactly("(INVOICE,VOIDED,0,0)");
      }
      assertThat(shop.events(order.id())).hasSize(2);
    }
  }

  @Test
  void takesTheSameEventOnce() {
    UUID event = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      APP.bean(WaitingOrders.class).paymentFailed("ordering-payment", event, order.id());
    }
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(shop.events(order.id())).containsExactly("OrderCancelled");
    assertThat(APP.database("ordering").count("inbox where event_id = ?", event)).isEqualTo(1);
  }
}
