package org.orderly.payment;

import java.util.Optional;
import org.orderly.kernel.Money;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.LockedWallets;
import org.orderly.payment.intent.AuthorizationExpired;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.LockedIntents;
import org.orderly.payment.method.PaymentPlan;

/**
 * Wallets and card authorizations as they were locked, less what orders of the same transaction
 * have been charged.
 */
public final class LockedFunds {

  private final LockedWallets wallets;
  private final LockedIntents intents;
  private final PaymentBatch writes;

  LockedFunds(LockedWallets wallets, LockedIntents intents, PaymentBatch writes) {
    this.wallets = wallets;
    this.intents = intents;
    this.writes = writes;
  }

  /**
   * Refuses a charge that cannot be made, and changes nothing.
   *
   * @throws InsufficientFunds if the wallet holds less
   * @throws AuthorizationExpired if the card's authorization was released
   */
  public void require(ChargeRequest request) {
    fromWallet(request).ifPresent(amount -> wallets.require(request.buyer(), amount));
    card(request.plan()).ifPresent(intents::require);
  }

  /**
   * Charges an order, as {@link #require} has found it possible. A card is captured after the
   * commit; a balance that pays together with a card that is not authorized yet is held.
   */
  public ChargeResult charge(ChargeRequest request) {
    fromWallet(request).ifPresent(amount -> wallets.take(request.buyer(), amount));
    card(request.plan()).ifPresent(intents::place);
    writes.actFor(request.actor());
    return new Charge(request.order(), request.buyer(), 0, writes, request.unpaidFor())
        .by(request.plan(), request.total());
  }

  PaymentBatch writes() {
    return writes;
  }

  static Optional<Money> fromWallet(ChargeRequest request) {
    return switch (request.plan()) {
      case PaymentPlan.Wallet() -> Optional.of(request.total());
      case PaymentPlan.Split split -> Optional.of(split.fromWallet());
      case PaymentPlan.Card card -> Optional.empty();
      case PaymentPlan.Invoice() -> Optional.empty();
    };
  }

  static Optional<CardAuthorization> card(PaymentPlan plan) {
    return switch (plan) {
      case PaymentPlan.Card card -> Optional.of(card.authorization());
      case PaymentPlan.Split split -> Optional.of(split.authorization());
      case PaymentPlan.Wallet() -> Optional.empty();
      case PaymentPlan.Invoice() -> Optional.empty();
    };
  }
}
