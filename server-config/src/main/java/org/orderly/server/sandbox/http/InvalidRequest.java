package org.orderly.server.sandbox.http;

/** A request that is not valid: answered with this status and this reason. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public InvalidRequest(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
