package org.orderly.ledger;

import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * The owner and currency of a customer's account.
 *
 * @param currency its ISO 4217 code
 */
public record CustomerAccount(UserId owner, String currency) {

  /** Of the account of this owner that has money of this currency. */
  public static CustomerAccount of(UserId owner, Money money) {
    return new CustomerAccount(owner, money.currency().getCurrencyCode());
  }
}
