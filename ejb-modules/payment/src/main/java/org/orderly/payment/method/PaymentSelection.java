package org.orderly.payment.method;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.CardToken;

/**
 * A buyer's selection of how to pay.
 *
 * @param token what the gateway calls the buyer's card; only for those who pay by card
 * @param walletAmount what the balance is to pay of a split
 */
public record PaymentSelection(
    PaymentMethod method, @Nullable String token, @Nullable Money walletAmount) {

  /**
   * @throws InvalidValue naming the member that is missing, malformed or out of place
   */
  public PaymentSelection {
    Objects.requireNonNull(method, "method");
    boolean byCard = isByCard(method);
    requireMatch("payment.token", byCard, token);
    requireMatch("payment.walletAmount", method == PaymentMethod.SPLIT, walletAmount);
    if (token != null) {
      CardToken.require(token);
    }
    if (walletAmount != null && !walletAmount.isPositive()) {
      throw new InvalidValue("payment.walletAmount", "must be more than zero");
    }
  }

  /** Everything from the buyer's balance. */
  public static PaymentSelection wallet() {
    return new PaymentSelection(PaymentMethod.WALLET, null, null);
  }

  /** Whether a card pays all or a part of it. */
  public boolean byCard() {
    return isByCard(method);
  }

  private static boolean isByCard(PaymentMethod method) {
    return method == PaymentMethod.CARD || method == PaymentMethod.SPLIT;
  }

  private static void requireMatch(String field, boolean wanted, @Nullable Object value) {
    if (wanted && value == null) {
      throw new InvalidValue(field, "is missing");
    }
    if (!wanted && value != null) {
      throw new InvalidValue(field, "does not belong to this method of payment");
    }
  }
}
