package org.orderly.ordering;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Currency;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;

/** An adjustment of a whole order as stored; the amount in minor units of the order's currency. */
@Embeddable
record OrderAdjustment(
    @Enumerated(EnumType.STRING) Adjustment.Kind kind, String label, long amount, String source) {

  Adjustment in(Currency currency) {
    return new Adjustment(kind, label, new Money(amount, currency), source);
  }
}
