package org.orderly.tests.drill.history;

/**
 * One call of a client. Both moments are of the clock that all clients share.
 *
 * @param beginNanos before the request was sent
 * @param endNanos after the answer was received, or given up
 */
public record RecordedCall(
    RequestIdentity request, long beginNanos, long endNanos, CallAnswer answer) {
  public RecordedCall {
    if (endNanos < beginNanos) {
      throw new IllegalArgumentException("a call ends after its begin");
    }
  }
}
