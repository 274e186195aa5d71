package org.orderly.tests.bench.client;

/** Makes the requests of one client. */
interface RequestSource {

  /** The next request's bytes; valid until the next call. */
  byte[] next();

  /** The status of an answer that does what was asked. */
  int success();
}
