package org.orderly.payment;

import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.FormerGateway;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.gateway.SelectedGateway;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/**
 * A shop that has changed its gateway since an order was paid.
 *
 * @param payment the payment of the order, at the former gateway
 */
record GatewayChange(Application app, UserId buyer, OrderId order, UUID payment) {

  /** Pays five euros through the former gateway, then selects the current one. */
  static GatewayChange of(Application app) {
    TestDatabase database = app.database(PaymentDatabase.NAME);
    database.execute("delete from payment_task");
    database.execute("delete from card_intent");
    app.bean(FormerGateway.class).reset();
    app.bean(ScriptedGateway.class).reset();
    OrderPayments payments = OrderPayments.ofNewOrder(app);
    SelectedGateway.change(app, "former");
    UUID payment = charge(payments);
    SelectedGateway.reset(app);
    return new GatewayChange(app, payments.buyer(), payments.order(), payment);
  }

  FormerGateway former() {
    return app.bean(FormerGateway.class);
  }

  ScriptedGateway current() {
    return app.bean(ScriptedGateway.class);
  }

  /** Another order, paid at the gateway that is selected now. */
  UUID charge(OrderId of) {
    return charge(new OrderPayments(app, of, buyer));
  }

  /** Does the next task of a gateway; false if none is due. */
  boolean runNext() {
    return app.bean(GatewayTaskRunner.class).doNext();
  }

  private static UUID charge(OrderPayments payments) {
    CardAuthorization authorization = payments.authorization("5.00");
    payments.charge("5.00", new PaymentPlan.Card(authorization));
    return authorization.paymentId();
  }
}
