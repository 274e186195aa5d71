package org.orderly.payment.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.orderly.kernel.InvalidValue;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.reconciliation.ReconciliationReport.Verdict;

/**
 * Compares all configured gateways with the ledger, day by day. Called outside of any transaction.
 */
@ApplicationScoped
public class Reconciliations {

  /** The databases know no day as early as a client may write. */
  private static final int FIRST_YEAR = 1970;

  private static final int MOST_DIFFERENCES = 1_000;

  /** What was moved before midnight may be booked so long after it, as after an outage. */
  private static final Duration AROUND = Duration.ofHours(24);

  private final Gateways gateways;
  private final GatewayMovementRepository moved;
  private final LedgerMovementQueries booked;
  private final ReconciliationReportRepository reports;
  private final Clock clock;

  @Inject
  Reconciliations(
      Gateways gateways,
      GatewayMovementRepository moved,
      LedgerMovementQueries booked,
      ReconciliationReportRepository reports,
      Clock clock) {
    this.gateways = gateways;
    this.moved = moved;
    this.booked = booked;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * The report of a day as it was made last; made now if there is none, or if the day was not over
   * when it was.
   *
   * @throws InvalidValue for a day that has not begun, or before 1970
   * @throws NoPaymentGateway if it must be made and no gateway is configured
   * @throws org.orderly.payment.gateway.GatewayUnavailable if it must be made and a gateway does
   *     not answer
   */
  public ReconciliationReport of(LocalDate day) {
    requireBegun(day);
    return reports.find(day).filter(ReconciliationReport::complete).orElseGet(() -> make(day));
  }

  /** Makes the report of a day anew, and keeps it in place of the last one. */
  public ReconciliationReport make(LocalDate day) {
    requireBegun(day);
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<PaymentGateway> configured = gateways.configured();
    if (configured.isEmpty()) {
      throw new NoPaymentGateway();
    }
    List<BookedEntry> atGateway = new ArrayList<>();
    for (PaymentGateway gateway : configured) {
      atGateway.addAll(moved.between(gateway, from.minus(AROUND), to.plus(AROUND)));
    }
    List<BookedEntry> inLedger = booked.between(from.minus(AROUND), to.plus(AROUND));
    ReconciliationComparison reconciliationComparison =
        new ReconciliationComparison(from, to, atGateway, inLedger);
    ReconciliationReport report = report(day, names(configured), reconciliationComparison, to);
    reports.keep(report);
    return report;
  }

  private static String names(List<PaymentGateway> gateways) {
    return gateways.stream().map(PaymentGateway::name).collect(Collectors.joining(", "));
  }

  private ReconciliationReport report(
      LocalDate day,
      String gateway,
      ReconciliationComparison reconciliationComparison,
      Instant end) {
    Instant now = clock.instant();
    List<ReconciliationReport.Line> differences =
        reconciliationComparison.differences(MOST_DIFFERENCES);
    return new ReconciliationReport(
        day,
        gateway,
        differences.isEmpty(),
        !now.isBefore(end),
        now,
        reconciliationComparison.count(Verdict.MATCHED),
        reconciliationComparison.count(Verdict.MISSING_IN_LEDGER),
        reconciliationComparison.count(Verdict.MISSING_AT_GATEWAY),
        reconciliationComparison.count(Verdict.AMOUNT_DIFFERS),
        reconciliationComparison.totals(),
        differences);
  }

  private void requireBegun(LocalDate day) {
    if (day.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(clock.instant())) {
      throw new InvalidValue("date", "is still to come");
    }
    if (day.getYear() < FIRST_YEAR) {
      throw new InvalidValue("date", "is before " + FIRST_YEAR + "-01-01");
    }
  }
}
