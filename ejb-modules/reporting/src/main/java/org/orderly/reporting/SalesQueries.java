package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.orderly.ordering.OrderingDatabase;
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

  private final OrderingDatabase database;

  @Inject
  SalesQueries(OrderingDatabase database) {
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
  public SalesReport in(Period period, Currency currency) {
    List<LocalDate> begins = period.begins();
    Map<String, Sums> byInterval = new TreeMap<>();
    Map<String, Sums> inAll = new TreeMap<>();
    SqlBatch trip = new SqlBatch();
    add(trip, byInterval, begins, period, currency);
    add(trip, inAll, begins.subList(0, 1), period, currency);
    database.run(trip);
    if (currency != null) {
      inAll.putIfAbsent(currency.getCurrencyCode(), new Sums());
    }
    List<SalesReport.InCurrency> found = new ArrayList<>();
    inAll.forEach(
        (code, total) ->
            found.add(
                report(period, begins, code, total, byInterval.getOrDefault(code, new Sums()))));
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

  private static void add(
      SqlBatch trip,
      Map<String, Sums> sums,
      List<LocalDate> begins,
      Period period,
      Currency currency) {
    Object starts =
        SqlBatch.column(
            "timestamptz", begins.stream().map(day -> period.start(day).toString()).toList());
    Object from = at(period.start(period.from()));
    Object to = at(period.start(period.to()));
    String code = currency == null ? "" : currency.getCurrencyCode();
    trip.query(row -> readSold(row, sums), SOLD, starts, from, to, code, code);
    trip.query(row -> readCustomers(row, sums), CUSTOMERS, starts, starts, from, to, code, code);
  }

  private static void readSold(ResultSet row, Map<String, Sums> sums) throws SQLException {
    while (row.next()) {
      SalesFigures.Sum sum = sum(row, sums);
      sum.sold(row.getLong("orders"), row.getLong("revenue"), row.getBigDecimal("units"));
      sum.refunded(row.getLong("refunds"), row.getLong("refunded"));
    }
  }

  private static void readCustomers(ResultSet row, Map<String, Sums> sums) throws SQLException {
    while (row.next()) {
      sum(row, sums).bought(row.getLong("fresh"), row.getLong("known"));
    }
  }

  private static SalesFigures.Sum sum(ResultSet row, Map<String, Sums> sums) throws SQLException {
    return sums.computeIfAbsent(row.getString("currency"), unknown -> new Sums())
        .at(row.getInt("part"));
  }

  static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
