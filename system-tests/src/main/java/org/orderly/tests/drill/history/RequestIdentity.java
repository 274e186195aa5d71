package org.orderly.tests.drill.history;

/**
 * A request under its idempotency key, however often it is sent.
 *
 * @param caller the account that sends it
 */
public record RequestIdentity(String operation, String caller, String key) {
  @Override
  public String toString() {
    return operation + " " + key + " of " + caller;
  }
}
