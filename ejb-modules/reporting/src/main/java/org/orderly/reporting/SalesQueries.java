package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads from the summaries what was sold. Where intervals begin is told to the database. */
@ApplicationScoped
public class SalesQueries {

  private static final String SOLD =
      """
      select width_bucket(bucket, ?) as part, currency, sum(orders) as orders,
        sum(revenue) as revenue, sum(units) as units, sum(refunds) as refunds,
        sum(refunded) as refunded
      from sales_summary where bucket >= ? and bucket < ? and (? = '' or currency = ?)
      group by part, currency""";

  private static final String CUSTOMERS =
      """
      select part, currency, count(*) filter (where fresh) as fresh,
        count(*) filter (where not fresh) as known
      from (
        select b.part, b.currency, not exists (
            select from sales_order e where e.buyer = b.buyer and e.bucket < (?)[b.part]) as fresh
        from (
          select distinct width_bucket(bucket, ?) as part, currency, buyer
          from sales_order where bucket >= ? and bucket < ? and (? = '' or currency = ?)) b) c
      group by part, currency""";

  private final DomainDatabase database;

  @Inject
  SalesQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The sums of one currency, by the number of the interval, from 1. */
  private static final class Sums extends HashMap<Integer, SalesFigures.Sum> {

    private static final long serialVersionUID = 1L;

    SalesFigures.Sum at(int part) {
      return computeIfAbsent(part, unknown -> new SalesFigures.Sum());
    }
  }

  /**
   * What was sold in a period.
   *
   * @param currency {@code null} for each that there is
   */
  public SalesReport in(Period period, @Nullable Currency currency) {
    List<LocalDate> begins = period.begins();
    SqlBatch batch = new SqlBatch();
    Counted intervals = Counted.add(batch, begins, period, currency);
    Counted total = Counted.add(batch, begins.subList(0, 1), period, currency);
    database.run(batch);
    Map<String, Sums> byInterval = intervals.sums();
    Map<String, Sums> inAll = total.sums();
    if (currency != null) {
      inAll.putIfAbsent(currency.getCurrencyCode(), new Sums());
    }
    List<SalesReport.InCurrency> found = new ArrayList<>();
    inAll.forEach(
        (code, sums) ->
            found.add(
                report(period, begins, code, sums, byInterval.getOrDefault(code, new Sums()))));
    return SalesReport.of(period, found);
  }

  private static SalesReport.InCurrency report(
      Period period, List<LocalDate> begins, String code, Sums total, Sums byInterval) {
    Currency currency = Currency.getInstance(code);
    List<SalesFigures> intervals = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      LocalDate begin = begins.get(i);
      LocalDate end = period.interval().next(begin);
      intervals.add(byInterval.at(i + 1).in(currency, period, begin, end));
    }
    SalesFigures all = total.at(1).in(currency, period, period.from(), period.to());
    return new SalesReport.InCurrency(code, all, intervals);
  }

  /** The figures of the intervals of a period; known once the batch has run. */
  private record Counted(BatchResult<List<Sold>> sold, BatchResult<List<Customers>> customers) {

    static Counted add(
        SqlBatch batch, List<LocalDate> begins, Period period, @Nullable Currency currency) {
      Object starts =
          SqlBatch.column(
              "timestamptz", begins.stream().map(day -> period.start(day).toString()).toList());
      Object from = at(period.start(period.from()));
      Object to = at(period.start(period.to()));
      String code = currency == null ? "" : currency.getCurrencyCode();
      return new Counted(
          batch.list(Sold::of, SOLD, starts, from, to, code, code),
          batch.list(Customers::of, CUSTOMERS, starts, starts, from, to, code, code));
    }

    Map<String, Sums> sums() {
      Map<String, Sums> sums = new TreeMap<>();
      for (Sold one : sold.get()) {
        SalesFigures.Sum sum = of(sums, one.currency()).at(one.part());
        sum.sold(one.orders(), one.revenue(), one.units());
        sum.refunded(one.refunds(), one.refunded());
      }
      for (Customers one : customers.get()) {
        of(sums, one.currency()).at(one.part()).bought(one.fresh(), one.known());
      }
      return sums;
    }

    private static Sums of(Map<String, Sums> sums, String currency) {
      return sums.computeIfAbsent(currency, unknown -> new Sums());
    }
  }

  private record Sold(
      String currency,
      int part,
      long orders,
      long revenue,
      BigDecimal units,
      long refunds,
      long refunded) {

    static Sold of(ResultSet row) throws SQLException {
      return new Sold(
          row.getString("currency"),
          row.getInt("part"),
          row.getLong("orders"),
          row.getLong("revenue"),
          row.getBigDecimal("units"),
          row.getLong("refunds"),
          row.getLong("refunded"));
    }
  }

  private record Customers(String currency, int part, long fresh, long known) {

    static Customers of(ResultSet row) throws SQLException {
      return new Customers(
          row.getString("currency"),
          row.getInt("part"),
          row.getLong("fresh"),
          row.getLong("known"));
    }
  }

  static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
