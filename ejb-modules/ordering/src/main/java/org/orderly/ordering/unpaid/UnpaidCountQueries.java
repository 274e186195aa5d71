package org.orderly.ordering.unpaid;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Locks and counts unpaid orders in the transaction that places or changes some. */
final class UnpaidCountQueries {

  /** Always in the order of the numbers, so that no two transactions wait for each other. */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(number) from (
        select distinct hashtextextended('unpaid ' || name, 0) as number
        from unnest(?) as wanted (name) order by number) numbers""";

  private static final String OF_BUYERS =
      """
      select user_id, currency, count(*), sum(total) from orders
      where user_id = any (?) and expires_at is not null group by user_id, currency""";

  private static final String OF_SITES =
      """
      select placed_from, count(*) from orders
      where placed_from = any (?) and expires_at is not null group by placed_from""";

  private static final String OF_PRODUCTS =
      """
      select l.product_id, sum(l.quantity) from orders o
      join order_line l on l.order_id = o.id and l.revision = o.revision
      where o.expires_at is not null and l.product_id = any (?) group by l.product_id""";

  private record OfBuyer(UserId buyer, int orders, Money amount) {}

  private record OfSite(String site, int orders) {}

  private record OfProduct(UUID product, BigDecimal quantity) {}

  private UnpaidCountQueries() {}

  /** Adds locks on the buyers of the orders and on addresses, which end with the transaction. */
  static void lock(SqlBatch batch, List<UnpaidOrder> orders) {
    List<String> names =
        Stream.concat(
                UnpaidOrder.buyers(orders).stream().map(UserId::toString),
                UnpaidOrder.addresses(orders).stream())
            .toList();
    batch.lock(LOCK, SqlBatch.column("text", names));
  }

  static UnpaidCounts counts(DomainDatabase database, UnpaidRules rules, List<UnpaidOrder> orders) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<OfBuyer>> ofBuyers =
        batch.list(
            UnpaidCountQueries::ofBuyer,
            OF_BUYERS,
            SqlBatch.column(
                "uuid", UnpaidOrder.buyers(orders).stream().map(UserId::value).toList()));
    BatchResult<List<OfSite>> ofSites =
        batch.list(
            row -> new OfSite(row.getString(1), row.getInt(2)),
            OF_SITES,
            SqlBatch.column("text", UnpaidOrder.addresses(orders)));
    BatchResult<List<OfProduct>> ofProducts =
        batch.list(
            row -> new OfProduct(row.getObject(1, UUID.class), row.getBigDecimal(2)),
            OF_PRODUCTS,
            SqlBatch.column(
                "uuid",
                orders.stream()
                    .flatMap(UnpaidOrder::products)
                    .map(ProductId::value)
                    .distinct()
                    .toList()));
    database.run(batch);
    UnpaidCounts counts = new UnpaidCounts(rules);
    ofBuyers.get().forEach(one -> counts.addBuyer(one.buyer(), one.orders(), one.amount()));
    ofSites.get().forEach(one -> counts.addSite(one.site(), one.orders()));
    ofProducts.get().forEach(one -> counts.addProduct(one.product(), one.quantity()));
    return counts;
  }

  private static OfBuyer ofBuyer(ResultSet row) throws SQLException {
    return new OfBuyer(
        new UserId(row.getObject(1, UUID.class)),
        row.getInt(3),
        new Money(row.getLong(4), Currency.getInstance(row.getString(2))));
  }
}
