package org.orderly.server.sandbox;

import java.util.Currency;
import org.orderly.server.sandbox.http.InvalidRequest;

/** What the shop asks to be reserved or taken; amounts are minor units. */
record SandboxOrder(
    String key, String token, String currency, long amount, boolean captureNow, String returnTo) {

  SandboxOrder {
    if (key.length() > 64 || token.length() > 100) {
      throw new InvalidRequest(400, "key or token is too long");
    }
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(400, "currency is not known");
    }
  }

  SandboxPayment asked(boolean withStep) {
    return new SandboxPayment(
        Ids.next("pay"),
        key,
        token,
        currency,
        amount,
        captureNow,
        returnTo,
        SandboxPayment.State.ACTION_REQUIRED,
        0,
        0,
        0,
        0,
        null,
        withStep ? Ids.secret() + Ids.secret() : null,
        System.currentTimeMillis());
  }

  void requireSame(SandboxPayment known) {
    boolean same =
        known.asked() == amount
            && known.currency().equals(currency)
            && known.token().equals(token)
            && known.captureNow() == captureNow;
    if (!same) {
      throw new InvalidRequest(409, "this key was used for another payment");
    }
  }
}
