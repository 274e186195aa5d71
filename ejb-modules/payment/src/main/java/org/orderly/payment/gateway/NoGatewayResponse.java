package org.orderly.payment.gateway;

/** A gateway's adapter could not get an answer; becomes {@link GatewayUnavailable} for callers. */
public final class NoGatewayResponse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoGatewayResponse(String message) {
    super(message);
  }

  public NoGatewayResponse(String message, Throwable cause) {
    super(message, cause);
  }
}
