package org.orderly.ordering.quote;

import jakarta.enterprise.context.ApplicationScoped;

/** The rules of a shop that has none: every price is the product's. */
@ApplicationScoped
class NoPriceRules implements PriceRules {

  @Override
  public Adjustments of(PricedItems items) {
    return Adjustments.NONE;
  }
}
