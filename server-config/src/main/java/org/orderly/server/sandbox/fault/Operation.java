package org.orderly.server.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the gateway can be asked to do, and can fail at. */
public enum Operation {
  AUTHORIZE,
  CAPTURE,
  CANCEL,
  REFUND,
  PAYOUT,
  STATUS,
  MOVEMENTS;

  public static Optional<Operation> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(wanted)).findFirst();
  }
}
