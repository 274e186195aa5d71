package org.orderly.server.sandbox;

import java.util.Currency;

/** What the shop asks to be reserved or taken; amounts are minor units. */
record Order(
    String key, String token, String currency, long amount, boolean captureNow, String returnTo) {

  Order {
    if (key.length() > 64 || token.length() > 100) {
      throw new Refusal(400, "key or token is too long");
    }
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "currency is not known");
    }
  }

  Payment asked(boolean withStep) {
    return new Payment(
        Ids.next("pay"),
        key,
        token,
        currency,
        amount,
        captureNow,
        returnTo,
        Payment.State.ACTION_REQUIRED,
        0,
        0,
        0,
        0,
        null,
        withStep ? Ids.secret() + Ids.secret() : null,
        System.currentTimeMillis());
  }

  void requireSame(Payment known) {
    boolean same =
        known.asked() == amount
            && known.currency().equals(currency)
            && known.token().equals(token)
            && known.captureNow() == captureNow;
    if (!same) {
      throw new Refusal(409, "this key was used for another payment");
    }
  }
}
