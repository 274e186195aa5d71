package org.orderly.payment.intent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.payment.gateway.NextAction;

/**
 * An authorization of a card as it is stored.
 *
 * @param reference what the gateway calls it; {@code null} until it has answered
 * @param nextAction what the buyer has to do; {@code null} for nothing
 * @param attempts how often it was tried to give it up
 */
record CardIntent(
    UUID id,
    OrderId order,
    Money amount,
    String fingerprint,
    String gateway,
    @Nullable String reference,
    @Nullable NextAction nextAction,
    IntentState state,
    int attempts) {

  static final String COLUMNS =
      "id, order_id, currency, amount, fingerprint, gateway, reference, next_url, next_secret,"
          + " state, attempts";

  static CardIntent read(ResultSet row) throws SQLException {
    return new CardIntent(
        row.getObject("id", UUID.class),
        new OrderId(row.getObject("order_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getString("fingerprint"),
        row.getString("gateway"),
        row.getString("reference"),
        NextAction.stored(row.getString("next_url"), row.getString("next_secret")),
        IntentState.valueOf(row.getString("state")),
        row.getInt("attempts"));
  }

  boolean isOf(String otherFingerprint) {
    return Objects.equals(fingerprint, otherFingerprint);
  }

  /**
   * @throws AuthorizationExpired if no order can be placed on it any more
   */
  CardAuthorization authorization() {
    return switch (state) {
      case HELD, PLACED -> authorization(true);
      case STEP -> authorization(false);
      default -> throw new AuthorizationExpired();
    };
  }

  private CardAuthorization authorization(boolean authorized) {
    if (reference == null) {
      throw new IllegalStateException("the gateway has not named card intent " + id);
    }
    return new CardAuthorization(id, order, amount, gateway, reference, authorized, nextAction);
  }
}
