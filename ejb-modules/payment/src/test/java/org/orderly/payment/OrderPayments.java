package org.orderly.payment;

import java.time.Duration;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.testing.Application;

/** What database tests do with the payments of one order, in euros. */
record OrderPayments(Application app, OrderId order, UserId buyer) {

  static OrderPayments ofNewOrder(Application app) {
    return new OrderPayments(app, OrderId.newId(), UserId.newId());
  }

  ChargeResult charge(String total, PaymentPlan plan) {
    Money amount = Money.of(total, "EUR");
    return app.inTransaction(
        () -> TestCharges.charge(app, order, buyer, amount, plan, Duration.ofDays(7)));
  }

  CardAuthorization authorization(String amount) {
    return CardActions.authorization(app, order, buyer, Money.of(amount, "EUR"));
  }

  /** The rows of its payments, by part. */
  List<String> rows() {
    return app.database(PaymentDatabase.NAME)
        .rows(
            "select method, status, amount, captured, refunded, refunding from payment"
                + " where order_id = ? order by part",
            order.value());
  }
}
