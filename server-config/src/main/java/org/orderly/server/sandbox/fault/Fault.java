package org.orderly.server.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call goes wrong on demand. */
public enum Fault {
  OK,
  /** Refused for good, with the reason that a bank would give. */
  DECLINE,
  INSUFFICIENT_FUNDS,
  EXPIRED_CARD,
  REFUSED,
  /** Nothing is done and nothing is answered. */
  TIMEOUT_BEFORE,
  /** All is done and nothing is answered. */
  TIMEOUT_AFTER,
  /** Nothing is done; the answer is 503. */
  ERROR,
  /** Done, after two seconds. */
  SLOW,
  /** Accepted; settled a second later. */
  PENDING,
  /** Accepted; comes to nothing a second later. */
  FAILS,
  /** The buyer must agree on a page of the gateway first. */
  STEP;

  public static Optional<Fault> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(fault -> fault.name().equals(wanted)).findFirst();
  }

  /** As a reason that programs read: {@code insufficient-funds}. */
  public String code() {
    return this == DECLINE ? "card-declined" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean refuses() {
    return switch (this) {
      case DECLINE, INSUFFICIENT_FUNDS, EXPIRED_CARD, REFUSED -> true;
      default -> false;
    };
  }
}
