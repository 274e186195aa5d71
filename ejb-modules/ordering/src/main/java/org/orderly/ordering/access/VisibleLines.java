package org.orderly.ordering.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UserId;

/** The lines of an order that an actor may see or handle: all, or those of one vendor. */
public sealed interface VisibleLines {

  VisibleLines ALL = new All();

  /**
   * @param vendor whose product the line is; {@code null} for the shop's own
   */
  boolean include(@Nullable UserId vendor);

  /** The vendor whose lines alone are visible; empty for all lines. */
  Optional<UserId> onlyVendor();

  /** Every line. */
  record All() implements VisibleLines {

    @Override
    public boolean include(@Nullable UserId vendor) {
      return true;
    }

    @Override
    public Optional<UserId> onlyVendor() {
      return Optional.empty();
    }
  }

  /** The lines of one vendor's products. */
  record OfVendor(UserId vendor) implements VisibleLines {

    @Override
    public boolean include(@Nullable UserId seller) {
      return vendor.equals(seller);
    }

    @Override
    public Optional<UserId> onlyVendor() {
      return Optional.of(vendor);
    }
  }
}
