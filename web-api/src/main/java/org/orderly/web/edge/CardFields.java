package org.orderly.web.edge;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The payment gateway's own fields for cards in the pages. Only Stripe has some; they need the key
 * that Stripe calls publishable, and leave to load its program.
 */
public final class CardFields {

  private CardFields() {}

  /** The key, if the shop's gateway is Stripe and the key is configured. */
  public static Optional<String> publishableKey() {
    Config config = ConfigProvider.getConfig();
    return config
        .getOptionalValue("orderly.payment.gateway", String.class)
        .filter("stripe"::equals)
        .flatMap(stripe -> config.getOptionalValue("orderly.stripe.publishable.key", String.class));
  }
}
