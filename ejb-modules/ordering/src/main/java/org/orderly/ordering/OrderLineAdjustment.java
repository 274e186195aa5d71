package org.orderly.ordering;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Currency;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;

/**
 * An adjustment of a line as stored; the amount in minor units of the order's currency.
 *
 * @param line the position of the line in the order
 * @param position among the adjustments of the line
 */
@Embeddable
record OrderLineAdjustment(
    int line,
    int position,
    @Enumerated(EnumType.STRING) Adjustment.Kind kind,
    String label,
    long amount,
    String source) {

  Adjustment in(Currency currency) {
    return new Adjustment(kind, label, new Money(amount, currency), source);
  }
}
