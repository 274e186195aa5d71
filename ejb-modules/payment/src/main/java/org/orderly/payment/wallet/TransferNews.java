package org.orderly.payment.wallet;

import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.gateway.Outcome;
import org.orderly.payment.gateway.Standing;

/**
 * How a gateway says that a transfer stands.
 *
 * @param reference the gateway's name for it; {@code null} if not known
 * @param nextAction what its owner must do first; {@code null} for nothing
 * @param fee what the gateway kept; {@code null} for nothing
 * @param reason why it was refused
 */
record TransferNews(Word word, String reference, NextAction nextAction, Money fee, String reason) {

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
  static TransferNews none() {
    return new TransferNews(Word.PENDING, null, null, null, null);
  }

  static TransferNews refused(String reason) {
    return new TransferNews(Word.REFUSED, null, null, null, reason);
  }

  static TransferNews of(Authorization answer) {
    Word word =
        switch (answer.result()) {
          case CAPTURED -> Word.COMPLETED;
          case AUTHORIZED -> Word.RESERVED;
          case ACTION_REQUIRED, PENDING -> Word.PENDING;
          case DECLINED -> Word.REFUSED;
        };
    return new TransferNews(
        word, answer.reference(), answer.nextAction(), answer.fee(), answer.declineCode());
  }

  static TransferNews of(Standing standing) {
    Word word =
        switch (standing.state()) {
          case CAPTURED -> Word.COMPLETED;
          case AUTHORIZED -> Word.RESERVED;
          case ACTION_REQUIRED, PENDING -> Word.PENDING;
          case DECLINED, VOIDED -> Word.REFUSED;
          case UNKNOWN -> Word.UNKNOWN;
        };
    return new TransferNews(
        word,
        standing.reference(),
        standing.nextAction(),
        standing.fee(),
        standing.state() == Standing.State.VOIDED ? "voided" : standing.declineCode());
  }

  static TransferNews of(Outcome outcome) {
    Word word =
        switch (outcome.result()) {
          case COMPLETED -> Word.COMPLETED;
          case PENDING -> Word.PENDING;
          case REFUSED -> Word.REFUSED;
        };
    return new TransferNews(word, outcome.reference(), null, outcome.fee(), outcome.reason());
  }
}
