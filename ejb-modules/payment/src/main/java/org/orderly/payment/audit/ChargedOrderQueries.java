package org.orderly.payment.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** What was charged for which order, for comparison with the orders themselves. */
@ApplicationScoped
public class ChargedOrderQueries {

  // What is open is looked up per payment, by the index of what is: there is never much of it.
  private static final String BETWEEN =
      """
      select p.order_id, p.currency,
             coalesce(sum(p.amount) filter (where p.status <> 'VOIDED'), 0) as owed,
             sum(p.captured - p.refunded) as kept,
             bool_or(
               exists (select 1 from payment_task t
                       where t.payment_id = p.id and t.state = 'OPEN' and t.kind <> 'CHECK')
               or exists (select 1 from refund r
                          where r.payment_id = p.id and r.status = 'PENDING')
               or p.status = 'DISPUTED') as open
      from payment p
      where p.order_id > ? and p.order_id <= ?
      group by p.order_id, p.currency""";

  private final DomainDatabase database;

  @Inject
  ChargedOrderQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * @param owed what the payments of the order are to bring in, without those given up
   * @param kept what was captured and not given back
   * @param open whether a gateway is still to be asked for something, or has not decided it
   */
  public record Charged(Money owed, Money kept, boolean open) {}

  /** By order, in a range of ids; committed data only. */
  public Map<UUID, Charged> in(KeyRange orders) {
    Map<UUID, Charged> charged = new HashMap<>();
    database
        .list(ChargedOrderQueries::read, BETWEEN, orders.above(), orders.upTo())
        .forEach(order -> charged.put(order.getKey(), order.getValue()));
    return charged;
  }

  private static Map.Entry<UUID, Charged> read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return Map.entry(
        row.getObject("order_id", UUID.class),
        new Charged(
            new Money(row.getLong("owed"), currency),
            new Money(row.getLong("kept"), currency),
            row.getBoolean("open")));
  }
}
