package org.orderly.payment;

import java.net.URI;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.CardAuthorizationRequest;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;

/** What database tests do with cards. */
final class CardActions {

  private CardActions() {}

  /** Has money reserved for an order. */
  static CardAuthorization authorization(
      Application app, OrderId order, UserId buyer, Money amount) {
    IdempotencyKey none = new IdempotencyKey(buyer, "place-order", null, "");
    return app.bean(CardAuthorizations.class)
        .authorize(new CardAuthorizationRequest(none, order, buyer, amount, "tok_1"));
  }

  /** The same on a card whose buyer has to take a step first. */
  static CardAuthorization pendingStep(Application app, OrderId order, UserId buyer, Money amount) {
    NextAction step = new NextAction(URI.create("https://bank.example/1"), "secret");
    app.bean(ScriptedGateway.class)
        .answer(
            new Authorization(Authorization.Result.ACTION_REQUIRED, "auth-step", step, null, null));
    return authorization(app, order, buyer, amount);
  }
}
