package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.KeyRange;
import org.orderly.kernel.Money;
import org.orderly.payment.ledger.PaymentDatabase;

/** What was charged for which order, for comparison with the orders themselves. */
@ApplicationScoped
public class ChargedOrders {

  private static final String BETWEEN =
      "select order_id, currency, amount from payment where order_id > ? and order_id <= ?";

  private final PaymentDatabase database;

  @Inject
  ChargedOrders(PaymentDatabase database) {
    this.database = database;
  }

  /** The amount charged per order, in a range of ids; committed data only. */
  public Map<UUID, Money> in(KeyRange orders) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, orders.above());
      query.setObject(2, orders.upTo());
      Map<UUID, Money> charged = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Currency currency = Currency.getInstance(row.getString(2));
          charged.put(row.getObject(1, UUID.class), new Money(row.getLong(3), currency));
        }
      }
      return charged;
    }
  }
}
