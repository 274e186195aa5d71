package org.orderly.server;

import java.util.List;

/** Which payment gateway the shop uses, as {@code ORDERLY_PAYMENT_GATEWAY} says. */
final class Gateway {
  private static final String CHOICE = "ORDERLY_PAYMENT_GATEWAY";
  private static final String SANDBOX = "sandbox";

  private Gateway() {}

  /** The one that moves no real money, unless another is asked for. */
  static boolean isSandbox(Settings settings) {
    return chosen(settings).equals(SANDBOX);
  }

  /**
   * @throws LaunchFailure if there is no such gateway, or what it needs is not set
   */
  static void check(Settings settings) {
    switch (chosen(settings)) {
      case "none", SANDBOX -> {}
      case "stripe" ->
          List.of("ORDERLY_STRIPE_SECRET_KEY", "ORDERLY_STRIPE_WEBHOOK_SECRET")
              .forEach(name -> require(settings, name));
      default ->
          throw new LaunchFailure(
              CHOICE + " is stripe, sandbox or none, not \"" + chosen(settings) + "\".");
    }
  }

  private static void require(Settings settings, String name) {
    if (settings.variable(name).isEmpty()) {
      throw new LaunchFailure("Payments go to Stripe. Set " + name + ".");
    }
  }

  private static String chosen(Settings settings) {
    return settings.variable(CHOICE).orElse(SANDBOX);
  }
}
