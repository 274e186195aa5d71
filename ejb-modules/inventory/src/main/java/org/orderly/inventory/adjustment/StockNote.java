package org.orderly.inventory.adjustment;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockLevel;
import org.orderly.kernel.Quantity;
import org.orderly.platform.events.AuditNote;

/** What the audit log keeps of a correction. */
record StockNote(Quantity onHand, @Nullable String reason) {

  static AuditNote of(
      Clock clock, String action, StockLevel before, StockLevel after, String reason) {
    return AuditNote.of(
        clock,
        action,
        after.productId().toString(),
        new StockNote(before.onHand(), null),
        new StockNote(after.onHand(), reason));
  }
}
