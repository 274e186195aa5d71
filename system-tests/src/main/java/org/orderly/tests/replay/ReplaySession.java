package org.orderly.tests.replay;

import java.time.Duration;
import java.time.Instant;
import org.orderly.tests.load.ShopClient;

/** Somebody who signs in, and again before the token ends. */
final class ReplaySession {

  /** Tokens last for 15 minutes. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final ShopClient shop;
  private final String email;
  private final String password;
  private String token;
  private Instant since;

  ReplaySession(ShopClient shop, String email, String password) {
    this.shop = shop;
    this.email = email;
    this.password = password;
  }

  synchronized String token() {
    if (token == null || since.plus(FRESH).isBefore(Instant.now())) {
      token = shop.login(email, password);
      since = Instant.now();
    }
    return token;
  }
}
