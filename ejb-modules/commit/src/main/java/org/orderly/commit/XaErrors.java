package org.orderly.commit;

import javax.transaction.xa.XAException;

/** Makes the XA exceptions that the transaction manager understands. */
final class XaErrors {

  private XaErrors() {}

  static XAException of(int code, String reason) {
    XAException refusal = new XAException(reason);
    refusal.errorCode = code;
    return refusal;
  }

  static XAException of(int code, String reason, Throwable cause) {
    XAException refusal = of(code, reason);
    refusal.initCause(cause);
    return refusal;
  }
}
