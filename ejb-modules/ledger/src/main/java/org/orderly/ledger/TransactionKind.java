package org.orderly.ledger;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** The kind of a ledger transaction. One transaction of a kind happens once per reference. */
public enum TransactionKind {
  /** GATEWAY to WALLET, for a transfer. */
  DEPOSIT,
  /** WALLET to HELD, for a transfer that is still to be paid out. */
  WITHDRAWAL,
  /** HELD to WALLET, for a transfer that the gateway refused. */
  WITHDRAWAL_REVERSAL,
  /** HELD to GATEWAY, for a transfer that the gateway paid out. */
  PAYOUT,
  /** WALLET to HELD, for an order that still waits for something. */
  HOLD,
  /** HELD to WALLET, for an order that came to nothing. */
  RELEASE,
  /** WALLET or HELD to SALES. */
  CHARGE,
  /** GATEWAY to SALES, by a card. */
  CAPTURE,
  /** BANK to SALES, by a bank transfer. */
  INVOICE_PAID,
  /** SALES to wherever the money came from, or to WALLET. */
  REFUND,
  /** FEES to GATEWAY. */
  FEE,
  /** DISPUTES to GATEWAY, which took the money back for now. */
  DISPUTE_OPENED,
  /** GATEWAY to DISPUTES. */
  DISPUTE_WON,
  /** LOSSES to DISPUTES. */
  DISPUTE_LOST,
  /** The way back of another transaction, which is its reference. */
  REVERSAL;

  private static final String OF_TRANSFER =
      "the transfer that it belongs to would say something else; the gateway's last word settles it";
  private static final String OF_PAYMENT =
      "the payment that it belongs to would say something else; refund the payment instead";
  private static final String OF_DISPUTE =
      "the dispute that it belongs to would say something else; its decision settles it";

  /**
   * Reads the name of a kind, in either case.
   *
   * @return {@code null} for no text
   * @throws InvalidValue for any other text
   */
  public static @Nullable TransactionKind of(@Nullable String text) {
    try {
      return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("kind", "is not a kind of transaction");
    }
  }

  /** Why it must not be reversed in the ledger alone; empty if it may. */
  public Optional<String> objectionToReversal() {
    return switch (this) {
      case DEPOSIT, FEE -> Optional.empty();
      case WITHDRAWAL, WITHDRAWAL_REVERSAL, PAYOUT -> Optional.of(OF_TRANSFER);
      case HOLD, RELEASE, CHARGE, CAPTURE, INVOICE_PAID, REFUND -> Optional.of(OF_PAYMENT);
      case DISPUTE_OPENED, DISPUTE_WON, DISPUTE_LOST -> Optional.of(OF_DISPUTE);
      case REVERSAL -> Optional.of("it is a correction itself");
    };
  }
}
