package org.orderly.server.sandbox;

/** A request that is not valid: answered with this status and this reason. */
final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  InvalidRequest(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
