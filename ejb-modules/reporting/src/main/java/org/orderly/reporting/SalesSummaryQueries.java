package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Compares the summaries with the orders. An order whose events may still be on their way is left
 * out and counted as such.
 */
@ApplicationScoped
public class SalesSummaryQueries {

  private static final int SAMPLE = 10;

  /** What happened to an order so recently may not have been counted yet. */
  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(15);

  private static final String UNDER_WAY =
      "with under_way as"
          + " (select distinct order_id from order_transition where occurred_at > ?) ";

  private static final String ORDERS =
      """
      select coalesce(n.order_id, s.order_id)::text
      from sales_now n full join sales_order s on s.order_id = n.order_id
      where (n.buyer, n.bucket, n.currency, n.revenue)
        is distinct from (s.buyer, s.bucket, s.currency, s.revenue)
        and coalesce(n.order_id, s.order_id) not in (select order_id from under_way)""";

  private static final String LINES =
      """
      select distinct coalesce(n.order_id, s.order_id)::text
      from (select l.order_id, l.product_id, l.quantity, l.line_total + l.adjusted as revenue
            from sales_now o
            join order_line l on l.order_id = o.order_id and l.revision = o.revision) n
      full join sales_order_line s on s.order_id = n.order_id and s.product_id = n.product_id
      where (n.quantity, n.revenue) is distinct from (s.units, s.revenue)
        and coalesce(n.order_id, s.order_id) not in (select order_id from under_way)""";

  private static final String SUMMARIES =
      """
      select coalesce(k.bucket, s.bucket) || ' ' || coalesce(k.currency, s.currency)
      from (select * from sales_summary
            where (orders, revenue, units, refunds, refunded) <> (0, 0, 0, 0, 0)) k
      full join (%s) s on s.bucket = k.bucket and s.currency = k.currency
      where (k.orders, k.revenue, k.units, k.refunds, k.refunded)
        is distinct from (s.orders, s.revenue, s.units, s.refunds, s.refunded)"""
          .formatted(SalesSummaryRepository.SUMS.formatted("true", "true"));

  private static final String PRODUCTS =
      """
      select coalesce(k.bucket, s.bucket) || ' ' || coalesce(k.product_id, s.product_id)
      from (select * from sales_of_product where (orders, revenue, units) <> (0, 0, 0)) k
      full join (%s) s
        on s.bucket = k.bucket and s.currency = k.currency and s.product_id = k.product_id
      where (k.orders, k.revenue, k.units) is distinct from (s.orders, s.revenue, s.units)"""
          .formatted(SalesSummaryRepository.PRODUCT_SUMS.formatted("true"));

  private static final String REFUNDS =
      """
      select coalesce(t.order_id, r.order_id)::text
      from (select order_id, event_id from order_transition where event_type = 'OrderRefunded') t
      full join sales_refund r on r.event_id = t.event_id
      where (t.event_id is null or r.event_id is null)
        and coalesce(t.order_id, r.order_id) not in (select order_id from under_way)""";

  private static final Map<String, String> COMPARISONS =
      new TreeMap<>(
          Map.of(
              "each order is counted for what it is", ORDERS,
              "each line is counted for what it is", LINES,
              "the summaries are the sums of what is counted", SUMMARIES,
              "the summaries of products are the sums of what is counted", PRODUCTS,
              "each refund is counted once", REFUNDS));

  private final DomainDatabase database;

  @Inject
  SalesSummaryQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param ok whether nothing differs
   * @param underWay how many orders were left out
   */
  public record Report(boolean ok, List<Comparison> comparisons, long underWay) {}

  /**
   * One comparison.
   *
   * @param what is compared with what, for people
   * @param differences how many there are
   * @param sample some of them: orders, or quarters of an hour
   */
  public record Comparison(String what, long differences, List<String> sample) {}

  /** Reads only; takes longer the more orders there are. */
  public Report check() {
    return check(Instant.now().minus(COUNTED_WITHIN));
  }

  /** Leaves out orders to which something happened after a time. */
  Report check(Instant time) {
    OffsetDateTime after = time.atOffset(ZoneOffset.UTC);
    List<Comparison> found = new ArrayList<>();
    COMPARISONS.forEach(
        (what, differences) ->
            found.add(database.one(row -> read(what, row), counted(differences), after)));
    long underWay =
        database.one(row -> row.getLong(1), UNDER_WAY + "select count(*) from under_way", after);
    boolean ok = found.stream().allMatch(one -> one.differences() == 0);
    return new Report(ok, found, underWay);
  }

  private static String counted(String differences) {
    return UNDER_WAY
        + "select count(*), (array_agg(subject order by subject))[1:"
        + SAMPLE
        + "] from ("
        + differences
        + ") d (subject)";
  }

  private static Comparison read(String what, ResultSet row) throws SQLException {
    java.sql.Array sample = row.getArray(2);
    return new Comparison(
        what, row.getLong(1), sample == null ? List.of() : List.of((String[]) sample.getArray()));
  }
}
