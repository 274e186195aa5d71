package org.orderly.tests.bench.client;

import java.util.OptionalLong;

/** When the next request is to be sent; asked by many clients at the same time. */
interface Arrivals {

  /**
   * The next one's moment, by {@link System#nanoTime()}; it may be past, and the request is late by
   * then. Nothing if there is no further one.
   */
  OptionalLong next();

  /** How many were meant to be sent that nobody took, since all clients gave up. */
  default long untaken() {
    return 0;
  }
}
