package org.orderly.server;

import java.util.List;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;

/** Which payment gateway the shop uses, as {@code ORDERLY_PAYMENT_GATEWAY} says. */
final class GatewayChoice {
  private static final String CHOICE = "ORDERLY_PAYMENT_GATEWAY";
  private static final String SANDBOX = "sandbox";

  private GatewayChoice() {}

  /** The one that moves no real money, unless another is asked for. */
  static boolean isSandbox(LaunchSettings launchSettings) {
    return chosen(launchSettings).equals(SANDBOX);
  }

  /**
   * @throws LaunchFailure if there is no such gateway, or what it needs is not set
   */
  static void check(LaunchSettings launchSettings) {
    switch (chosen(launchSettings)) {
      case "none", SANDBOX -> {}
      case "stripe" ->
          List.of("ORDERLY_STRIPE_SECRET_KEY", "ORDERLY_STRIPE_WEBHOOK_SECRET")
              .forEach(name -> require(launchSettings, name));
      default ->
          throw new LaunchFailure(
              CHOICE + " is stripe, sandbox or none, not \"" + chosen(launchSettings) + "\".");
    }
  }

  private static void require(LaunchSettings launchSettings, String name) {
    if (launchSettings.variable(name).isEmpty()) {
      throw new LaunchFailure("Payments go to Stripe. Set " + name + ".");
    }
  }

  private static String chosen(LaunchSettings launchSettings) {
    return launchSettings.variable(CHOICE).orElse(SANDBOX);
  }
}
