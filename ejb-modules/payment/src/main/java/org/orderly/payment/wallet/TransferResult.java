package org.orderly.payment.wallet;

import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NextAction;

/**
 * How a gateway says that a transfer stands.
 *
 * @param reference the gateway's name for it; {@code null} if not known
 * @param nextAction what its owner must do first; {@code null} for nothing
 * @param fee what the gateway kept; {@code null} for nothing
 * @param reason why it was refused
 */
record TransferResult(
    Word word, String reference, NextAction nextAction, Money fee, String reason) {

  /** What is said. Money that is only reserved must still be taken. */
  enum Word {
    COMPLETED,
    RESERVED,
    PENDING,
    REFUSED,
    /** The gateway has never heard of it. */
    UNKNOWN
  }

  /** No answer came, so that nothing is known. */
  static TransferResult none() {
    return new TransferResult(Word.PENDING, null, null, null, null);
  }

  static TransferResult refused(String reason) {
    return new TransferResult(Word.REFUSED, null, null, null, reason);
  }

  static TransferResult of(Authorization answer) {
    Word word =
        switch (answer.result()) {
          case CAPTURED -> Word.COMPLETED;
          case AUTHORIZED -> Word.RESERVED;
          case ACTION_REQUIRED, PENDING -> Word.PENDING;
          case DECLINED -> Word.REFUSED;
        };
    return new TransferResult(
        word, answer.reference(), answer.nextAction(), answer.fee(), answer.declineCode());
  }

  static TransferResult of(AuthorizationStatus authorizationStatus) {
    Word word =
        switch (authorizationStatus.state()) {
          case CAPTURED -> Word.COMPLETED;
          case AUTHORIZED -> Word.RESERVED;
          case ACTION_REQUIRED, PENDING -> Word.PENDING;
          case DECLINED, VOIDED -> Word.REFUSED;
          case UNKNOWN -> Word.UNKNOWN;
        };
    return new TransferResult(
        word,
        authorizationStatus.reference(),
        authorizationStatus.nextAction(),
        authorizationStatus.fee(),
        authorizationStatus.state() == AuthorizationStatus.State.VOIDED
            ? "voided"
            : authorizationStatus.declineCode());
  }

  static TransferResult of(GatewayResult gatewayResult) {
    Word word =
        switch (gatewayResult.result()) {
          case COMPLETED -> Word.COMPLETED;
          case PENDING -> Word.PENDING;
          case REFUSED -> Word.REFUSED;
        };
    return new TransferResult(
        word, gatewayResult.reference(), null, gatewayResult.fee(), gatewayResult.reason());
  }
}
