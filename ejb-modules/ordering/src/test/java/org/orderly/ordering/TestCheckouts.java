package org.orderly.ordering;

import java.util.List;
import java.util.UUID;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.payment.PaymentPreparation;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quotes;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.request.RequestContext;
import org.orderly.testing.Application;

/** Prepares checkouts and commits them in groups of the test's choice. */
final class TestCheckouts {

  private final Application app;

  TestCheckouts(Application app) {
    this.app = app;
  }

  PendingCheckout pending(PlaceOrder command, UUID cart, RequestContext context) {
    PricedItems items = app.bean(Quotes.class).price(cart, command.items());
    RequestContext before = RequestContext.current();
    RequestContext.enter(context);
    try {
      return new PendingCheckout(
          command,
          items,
          app.bean(PaymentPreparation.class)
              .prepare(command.request(), command.buyer(), false, command.payment(), items),
          context);
    } finally {
      RequestContext.enter(before);
    }
  }

  PendingCheckout pending(UserId buyer, ProductQuantity... items) {
    PaymentSelection wallet = PaymentSelection.wallet();
    return pending(
        OrderActions.command(buyer, null, wallet, List.of(items)), null, RequestContext.current());
  }

  List<GroupResult<IdempotentResult<OrderView>>> commit(PendingCheckout... group) {
    return app.bean(CheckoutTransaction.class).commit(List.of(group));
  }
}
