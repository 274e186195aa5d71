package org.orderly.ledger;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;

/** A wallet holds less than is to be taken from it. */
public final class InsufficientFunds extends DomainException {

  private static final long serialVersionUID = 1L;

  public InsufficientFunds(Money balance, Money required) {
    super(
        Kind.CONFLICT,
        "insufficient-funds",
        "the balance of " + balance + " does not cover " + required,
        Map.of("balance", balance, "required", required));
  }
}
