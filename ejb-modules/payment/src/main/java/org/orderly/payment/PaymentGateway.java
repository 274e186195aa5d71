package org.orderly.payment;

import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A service outside that moves real money. Called outside of any transaction; each call is named by
 * the transfer's id, so that a repeated call moves nothing twice.
 */
public interface PaymentGateway {

  /** How a gateway answers: what it did is final. */
  enum Outcome {
    COMPLETED,
    REFUSED
  }

  /** The gateway's name in configuration and in the books. */
  String name();

  /** Takes money from the user's means into the shop's account. */
  Outcome collect(UUID transferId, UserId from, Money amount);

  /** Pays money from the shop's account out to the user's means. */
  Outcome payOut(UUID transferId, UserId to, Money amount);
}
