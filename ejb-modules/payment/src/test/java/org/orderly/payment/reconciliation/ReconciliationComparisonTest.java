package org.orderly.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Money;
import org.orderly.payment.reconciliation.ReconciliationReport.Line;
import org.orderly.payment.reconciliation.ReconciliationReport.Verdict;

class ReconciliationComparisonTest {

  private static final Instant FROM = Instant.parse("2026-01-31T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(1));
  private static final Instant NOON = FROM.plus(Duration.ofHours(12));

  @Test
  void pairsWhatBothSidesHave() {
    ReconciliationComparison reconciliationComparison =
        compare(List.of(capture("a", "5.00", NOON)), List.of(capture("a", "5.00", NOON)));
    assertThat(reconciliationComparison.count(Verdict.MATCHED)).isEqualTo(1);
    assertThat(reconciliationComparison.differences(10)).isEmpty();
  }

  @Test
  void namesWhatOneSideHasAlone() {
    ReconciliationComparison reconciliationComparison =
        compare(List.of(capture("a", "5.00", NOON)), List.of(capture("b", "7.00", NOON)));
    assertThat(reconciliationComparison.differences(10))
        .extracting(Line::verdict, Line::subject)
        .containsExactly(
            tuple(Verdict.MISSING_IN_LEDGER, "a"), tuple(Verdict.MISSING_AT_GATEWAY, "b"));
  }

  @Test
  void namesAnAmountThatDiffers() {
    ReconciliationComparison reconciliationComparison =
        compare(List.of(capture("a", "5.00", NOON)), List.of(capture("a", "4.99", NOON)));
    Line line = reconciliationComparison.differences(10).get(0);
    assertThat(line.verdict()).isEqualTo(Verdict.AMOUNT_DIFFERS);
    assertThat(line.atGateway()).isEqualTo(Money.of("5.00", "EUR"));
    assertThat(line.inLedger()).isEqualTo(Money.of("4.99", "EUR"));
  }

  @Test
  void countsAMovementWhereTheGatewayHasIt() {
    BookedEntry before = capture("a", "5.00", TO.minusMillis(1));
    BookedEntry after = capture("a", "5.00", TO.plusSeconds(3));
    assertThat(compare(List.of(before), List.of(after)).count(Verdict.MATCHED)).isEqualTo(1);
    ReconciliationComparison nextDay =
        new ReconciliationComparison(
            TO, TO.plus(Duration.ofDays(1)), List.of(before), List.of(after));
    assertThat(nextDay.differences(10)).isEmpty();
    assertThat(nextDay.count(Verdict.MATCHED)).isZero();
  }

  @Test
  void pairsEachMovementOnce() {
    BookedEntry once = capture("a", "5.00", NOON);
    ReconciliationComparison reconciliationComparison = compare(List.of(once, once), List.of(once));
    assertThat(reconciliationComparison.count(Verdict.MATCHED)).isEqualTo(1);
    assertThat(reconciliationComparison.count(Verdict.MISSING_IN_LEDGER)).isEqualTo(1);
  }

  @Test
  void addsUpBothSides() {
    ReconciliationComparison reconciliationComparison =
        compare(
            List.of(capture("a", "5.00", NOON), capture("b", "2.00", NOON)),
            List.of(capture("a", "5.00", NOON)));
    assertThat(reconciliationComparison.totals())
        .containsExactly(
            new ReconciliationReport.Total(
                "CAPTURE", Money.of("7.00", "EUR"), Money.of("5.00", "EUR")));
  }

  private static ReconciliationComparison compare(
      List<BookedEntry> gateway, List<BookedEntry> ledger) {
    return new ReconciliationComparison(FROM, TO, gateway, ledger);
  }

  private static BookedEntry capture(String subject, String amount, Instant at) {
    return new BookedEntry("CAPTURE", subject, null, true, Money.of(amount, "EUR"), at);
  }
}
