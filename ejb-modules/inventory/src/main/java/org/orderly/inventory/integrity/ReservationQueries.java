package org.orderly.inventory.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads which orders hold reservations, for comparison with the orders themselves. */
@ApplicationScoped
public class ReservationQueries {

  private static final String BETWEEN =
      """
      select s.order_id, s.status, lines.fulfilled
      from reservation_set s
      cross join lateral (
        select sum(fulfilled) as fulfilled, max(quantity - fulfilled - released) as live
        from reservation r where r.order_id = s.order_id) lines
      where s.order_id > ? and s.order_id <= ? and (s.status = 'LIVE') = (lines.live > 0)""";

  private final DomainDatabase database;

  @Inject
  ReservationQueries(@Domain(InventoryDatabase.DOMAIN) DomainDatabase database) {
    this.database = database;
  }

  /**
   * The reservation set of an order.
   *
   * @param live whether anything is still reserved
   * @param left the quantity that has been shipped
   */
  public record Reserved(boolean live, BigDecimal left) {}

  /**
   * By order, in a range of ids; committed data only. A reservation set without lines, or whose
   * status contradicts its lines, is left out.
   */
  public Map<UUID, Reserved> in(KeyRange orders) {
    Map<UUID, Reserved> reserved = new HashMap<>();
    database
        .list(ReservationQueries::read, BETWEEN, orders.above(), orders.upTo())
        .forEach(set -> reserved.put(set.getKey(), set.getValue()));
    return reserved;
  }

  private static Map.Entry<UUID, Reserved> read(ResultSet row) throws SQLException {
    boolean live = row.getString("status").equals("LIVE");
    return Map.entry(
        row.getObject("order_id", UUID.class), new Reserved(live, row.getBigDecimal("fulfilled")));
  }
}
