package org.orderly.server.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The delivery mode of the webhooks about a payment. */
public enum DeliveryMode {
  PLAIN,
  /** Each notice comes twice. */
  DUPLICATE,
  /** Each notice comes five seconds late. */
  LATE,
  /** What happened first is told last. */
  REORDERED,
  /** A notice that the gateway never signed comes first, and claims a refund. */
  FORGED,
  /** Nothing is told. */
  LOST;

  private static final String PREFIX = "tok_webhook_";

  public static Optional<DeliveryMode> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(wanted)).findFirst();
  }

  public static Optional<DeliveryMode> of(String token) {
    return token.startsWith(PREFIX) ? named(token.substring(PREFIX.length())) : Optional.empty();
  }

  /** How long a notice is held back, in milliseconds. */
  public long delay(String type) {
    return switch (this) {
      case LATE -> 5_000;
      case REORDERED -> type.equals("AUTHORIZED") ? 4_000 : type.equals("CAPTURED") ? 2_000 : 0;
      default -> 0;
    };
  }
}
