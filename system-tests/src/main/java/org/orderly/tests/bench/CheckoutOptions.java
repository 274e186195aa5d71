package org.orderly.tests.bench;

import java.util.List;
import org.orderly.tests.bench.client.PaymentMode;

/** What only the bench of the checkout takes; see {@link BenchOptions}. */
record CheckoutOptions(
    List<Integer> history, boolean floor, boolean statements, PaymentMode payment) {

  /** Of a bench that places no orders. */
  static final CheckoutOptions NONE =
      new CheckoutOptions(List.of(), false, false, PaymentMode.WALLET);
}
