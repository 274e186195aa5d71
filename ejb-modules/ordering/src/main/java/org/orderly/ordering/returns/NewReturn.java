package org.orderly.ordering.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.ordering.LockedOrder;

/**
 * A request to send goods back.
 *
 * @param items {@code null} for all that can be returned
 * @param reason why, for people
 */
public record NewReturn(OrderId orderId, @Nullable List<ProductQuantity> items, String reason) {

  public NewReturn {
    reason = reason(reason);
  }

  /** A reason that has to be given. */
  static String reason(String given) {
    if (given == null
        || given.isBlank()
        || given.length() > LockedOrder.MAX_REASON
        || given.indexOf('\0') >= 0) {
      throw new InvalidValue("reason", "must have 1 to " + LockedOrder.MAX_REASON + " characters");
    }
    return given.strip();
  }
}
