package org.orderly.payment.reconciliation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.reconciliation.ReconciliationReport.Line;
import org.orderly.payment.reconciliation.ReconciliationReport.Total;
import org.orderly.payment.reconciliation.ReconciliationReport.Verdict;

/**
 * Pairs the movements of both sides by their names.
 *
 * <p>Both sides are given for some time around the period, since a movement just before midnight is
 * booked just after it; a pair belongs to where the gateway has it.
 */
final class ReconciliationComparison {

  private final Instant from;
  private final Instant to;
  private final List<Line> lines = new ArrayList<>();

  ReconciliationComparison(
      Instant from, Instant to, List<BookedEntry> gateway, List<BookedEntry> ledger) {
    this.from = from;
    this.to = to;
    Map<String, Deque<BookedEntry>> bookedEntry = new HashMap<>();
    ledger.forEach(
        one -> bookedEntry.computeIfAbsent(one.name(), name -> new ArrayDeque<>()).add(one));
    for (BookedEntry moved : gateway) {
      Deque<BookedEntry> same = bookedEntry.getOrDefault(moved.name(), new ArrayDeque<>());
      BookedEntry partner = same.poll();
      if (isWithin(moved.at())) {
        lines.add(pair(moved, partner));
      }
    }
    bookedEntry.values().stream()
        .flatMap(Deque::stream)
        .filter(left -> isWithin(left.at()))
        .forEach(left -> lines.add(missingAtGateway(left)));
  }

  private boolean isWithin(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private static Line pair(BookedEntry moved, @Nullable BookedEntry bookedEntry) {
    if (bookedEntry == null) {
      return line(Verdict.MISSING_IN_LEDGER, moved, moved.amount(), null);
    }
    boolean same =
        moved.amount().equals(bookedEntry.amount()) && moved.incoming() == bookedEntry.incoming();
    Verdict verdict = same ? Verdict.MATCHED : Verdict.AMOUNT_DIFFERS;
    return line(verdict, moved, moved.amount(), bookedEntry.amount());
  }

  private static Line missingAtGateway(BookedEntry bookedEntry) {
    return line(Verdict.MISSING_AT_GATEWAY, bookedEntry, null, bookedEntry.amount());
  }

  private static Line line(
      Verdict verdict, BookedEntry known, @Nullable Money atGateway, @Nullable Money inLedger) {
    return new Line(
        verdict, known.kind(), known.subject(), known.reference(), atGateway, inLedger, known.at());
  }

  long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  List<Line> differences(int atMost) {
    return lines.stream().filter(line -> line.verdict() != Verdict.MATCHED).limit(atMost).toList();
  }

  /** Per kind and currency, as each side has it. */
  List<Total> totals() {
    Map<String, Total> totals = new TreeMap<>();
    for (Line line : lines) {
      Money none = Money.zero(line.currency());
      totals.merge(
          line.kind() + line.currency(),
          new Total(
              line.kind(),
              line.atGateway() == null ? none : line.atGateway(),
              line.inLedger() == null ? none : line.inLedger()),
          (a, b) ->
              new Total(
                  a.kind(), a.atGateway().plus(b.atGateway()), a.inLedger().plus(b.inLedger())));
    }
    return List.copyOf(totals.values());
  }
}
