package org.orderly.payment.wallet;

import java.util.EnumSet;
import java.util.Set;

/** Where a transfer stands. */
enum TransferStatus {
  /** The gateway may have received it; the final result is not known. */
  PENDING,
  COMPLETED,
  REFUSED,
  /** A payout that was completed and came back. */
  RETURNED,
  /** A deposit that an admin took back, since it was booked in error. */
  REVERSED;

  Set<TransferStatus> successors() {
    return switch (this) {
      case PENDING -> EnumSet.of(COMPLETED, REFUSED);
      case COMPLETED -> EnumSet.of(RETURNED, REVERSED);
      case REFUSED, RETURNED, REVERSED -> EnumSet.noneOf(TransferStatus.class);
    };
  }
}
