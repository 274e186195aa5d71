package org.orderly.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Finds gaps in the invoice numbers of each year. */
@ApplicationScoped
public class InvoiceGapQueries {

  /** The limit of missing numbers that are listed for a year. */
  private static final int NAMED = 20;

  private static final String YEARS =
      """
      select coalesce(s.year, i.year) as year, coalesce(s.last_number, 0) as last_number,
        coalesce(i.issued, 0) as issued,
        array(select g from generate_series(1, greatest(s.last_number, i.highest)) g
              where not exists
                (select from invoice n where n.year = coalesce(s.year, i.year) and n.number = g)
              order by g limit ?) as missing
      from invoice_series s
      full join (select year, count(*) as issued, max(number) as highest from invoice group by year) i
        on i.year = s.year
      order by 1""";

  private final DomainDatabase database;

  @Inject
  InvoiceGapQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * The result, from one snapshot.
   *
   * @param ok whether each year's numbers are 1 to the last one, each on one invoice
   */
  public record Report(boolean ok, List<Year> years) {}

  /**
   * A year's series.
   *
   * @param lastNumber the value of the counter
   * @param issued the number of invoices
   * @param missing the first few numbers without an invoice
   */
  public record Year(int year, long lastNumber, long issued, List<Long> missing) {

    boolean complete() {
      return missing.isEmpty() && lastNumber == issued;
    }
  }

  /** Reads only; takes longer the more invoices there are. */
  public Report check() {
    List<Year> years = database.list(InvoiceGapQueries::year, YEARS, NAMED);
    return new Report(years.stream().allMatch(Year::complete), years);
  }

  private static Year year(ResultSet row) throws SQLException {
    return new Year(
        row.getInt("year"),
        row.getLong("last_number"),
        row.getLong("issued"),
        List.of((Long[]) row.getArray("missing").getArray()));
  }
}
