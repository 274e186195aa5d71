package org.orderly.payment;

import java.time.Duration;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.platform.request.RequestContext;
import org.orderly.testing.Application;

/** Charges single orders, in the caller's transaction. */
final class TestCharges {

  private TestCharges() {}

  static ChargeResult charge(
      Application app,
      OrderId order,
      UserId buyer,
      Money total,
      PaymentPlan plan,
      Duration unpaidFor) {
    ChargeRequest request =
        new ChargeRequest(order, buyer, total, plan, unpaidFor, RequestContext.current().actor());
    Payments payments = app.bean(Payments.class);
    LockedFunds funds = payments.lock(List.of(request));
    funds.require(request);
    ChargeResult result = funds.charge(request);
    payments.write(funds);
    return result;
  }
}
