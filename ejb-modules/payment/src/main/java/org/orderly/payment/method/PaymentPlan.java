package org.orderly.payment.method;

import org.orderly.kernel.Money;
import org.orderly.payment.intent.CardAuthorization;

/** How an order is to be paid, after all checks and authorizations. */
public sealed interface PaymentPlan {

  /** Whether the money is there or promised; if not, the order waits for it. */
  default boolean isSecured() {
    return switch (this) {
      case Wallet() -> true;
      case Card(CardAuthorization authorization) -> authorization.authorized();
      case Split(Money fromWallet, CardAuthorization authorization) -> authorization.authorized();
      case Invoice() -> false;
    };
  }

  /** All from the balance. */
  record Wallet() implements PaymentPlan {}

  /** All by a card, on which the money is reserved or soon will be. */
  record Card(CardAuthorization authorization) implements PaymentPlan {}

  /** By bank transfer, later. */
  record Invoice() implements PaymentPlan {}

  /**
   * A part from the balance, the rest by a card.
   *
   * @param fromWallet more than zero
   */
  record Split(Money fromWallet, CardAuthorization authorization) implements PaymentPlan {}
}
