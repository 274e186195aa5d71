package org.orderly.payment.wallet;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NextAction;

/**
 * The status of a transfer as the gateway reports it.
 *
 * @param reference the gateway's name for it; {@code null} if not known
 * @param nextAction what its owner must do first; {@code null} for nothing
 * @param fee what the gateway kept; {@code null} for nothing
 * @param reason why it was refused
 */
record TransferResult(
    State state,
    @Nullable String reference,
    @Nullable NextAction nextAction,
    @Nullable Money fee,
    @Nullable String reason) {

  /** The reported state. Money that is only reserved must still be captured. */
  enum State {
    COMPLETED,
    RESERVED,
    PENDING,
    REFUSED,
    /** The gateway does not know it. */
    UNKNOWN
  }

  /**
   * The gateway's name for a transfer that it knows.
   *
   * @throws IllegalStateException if it does not
   */
  String knownReference() {
    if (reference == null) {
      throw new IllegalStateException("the gateway does not tell its name for the transfer");
    }
    return reference;
  }

  /** No answer came, so that nothing is known. */
  static TransferResult none() {
    return new TransferResult(State.PENDING, null, null, null, null);
  }

  static TransferResult refused(@Nullable String reason) {
    return new TransferResult(State.REFUSED, null, null, null, reason);
  }

  static TransferResult of(Authorization answer) {
    State state =
        switch (answer.result()) {
          case CAPTURED -> State.COMPLETED;
          case AUTHORIZED -> State.RESERVED;
          case ACTION_REQUIRED, PENDING -> State.PENDING;
          case DECLINED -> State.REFUSED;
        };
    return new TransferResult(
        state, answer.reference(), answer.nextAction(), answer.fee(), answer.declineCode());
  }

  static TransferResult of(AuthorizationStatus authorizationStatus) {
    if (authorizationStatus.state() == AuthorizationStatus.State.UNKNOWN) {
      return new TransferResult(State.UNKNOWN, null, null, null, null);
    }
    State state =
        switch (authorizationStatus.state()) {
          case CAPTURED -> State.COMPLETED;
          case AUTHORIZED -> State.RESERVED;
          case ACTION_REQUIRED, PENDING -> State.PENDING;
          case DECLINED, VOIDED -> State.REFUSED;
          case UNKNOWN -> State.UNKNOWN;
        };
    return new TransferResult(
        state,
        authorizationStatus.reference(),
        authorizationStatus.nextAction(),
        authorizationStatus.fee(),
        authorizationStatus.state() == AuthorizationStatus.State.VOIDED
            ? "voided"
            : authorizationStatus.declineCode());
  }

  static TransferResult of(GatewayResult gatewayResult) {
    State state =
        switch (gatewayResult.result()) {
          case COMPLETED -> State.COMPLETED;
          case PENDING -> State.PENDING;
          case REFUSED -> State.REFUSED;
        };
    return new TransferResult(
        state, gatewayResult.reference(), null, gatewayResult.fee(), gatewayResult.reason());
  }
}
