package org.orderly.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.orderly.platform.persistence.SqlBatch;

/** Looks for numbers that no invoice has, or that are not counted. */
@ApplicationScoped
public class InvoiceGapQueries {

  /** How many missing numbers of a year are named. */
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

  private final DocumentsDatabase database;

  @Inject
  InvoiceGapQueries(DocumentsDatabase database) {
    this.database = database;
  }

  /**
   * What was found, in one snapshot.
   *
   * @param ok whether each year's numbers are 1 to the last one, each on one invoice
   */
  public record Report(boolean ok, List<Year> years) {}

  /**
   * A year's series.
   *
   * @param lastNumber as the counter says
   * @param issued how many invoices there are
   * @param missing the first few numbers without an invoice
   */
  public record Year(int year, long lastNumber, long issued, List<Long> missing) {

    boolean complete() {
      return missing.isEmpty() && lastNumber == issued;
    }
  }

  /** Reads only; takes longer the more invoices there are. */
  public Report check() {
    List<Year> years = new ArrayList<>();
    SqlBatch trip =
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    years.add(
                        new Year(
                            row.getInt("year"),
                            row.getLong("last_number"),
                            row.getLong("issued"),
                            List.of((Long[]) row.getArray("missing").getArray())));
                  }
                },
                YEARS,
                NAMED);
    database.read(
        connection -> {
          trip.run(connection);
          return null;
        });
    return new Report(years.stream().allMatch(Year::complete), years);
  }
}
