package org.orderly.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;

/** Reads the postings of a user's wallets. */
@ApplicationScoped
public class Statements {

  private static final String PAGE =
      """
      select p.id, t.kind, p.currency, t.reference, t.occurred_at,
             case when a.id = p.destination then p.amount else -p.amount end as amount
      from account a
      join posting p on a.id in (p.source, p.destination)
      join ledger_transaction t on t.id = p.transaction_id
      where a.owner = ? and a.kind = 'WALLET' and p.id < ?
      order by p.id desc
      limit ?
      """;

  private final PaymentDatabase database;

  @Inject
  protected Statements(PaymentDatabase database) {
    this.database = database;
  }

  public Page<WalletEntry> page(UserId user, Limit limit, String cursor) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(PAGE)) {
      query.setObject(1, user.value());
      query.setLong(2, cursor == null ? Long.MAX_VALUE : position(cursor));
      query.setInt(3, limit.withLookahead());
      List<WalletEntry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
      return page(entries, limit);
    } catch (SQLException e) {
      throw new IllegalStateException("the statement cannot be read", e);
    }
  }

  private static Page<WalletEntry> page(List<WalletEntry> entries, Limit limit) {
    if (entries.size() <= limit.value()) {
      return new Page<>(entries, null);
    }
    List<WalletEntry> shown = entries.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(limit.value() - 1).id()));
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  private static WalletEntry entry(ResultSet row) throws SQLException {
    return new WalletEntry(
        row.getString("id"),
        row.getString("kind"),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("reference", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}
