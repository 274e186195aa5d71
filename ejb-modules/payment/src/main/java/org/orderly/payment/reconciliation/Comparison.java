package org.orderly.payment.reconciliation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
final class Comparison {

  private final Instant from;
  private final Instant to;
  private final List<Line> lines = new ArrayList<>();

  Comparison(Instant from, Instant to, List<Booked> gateway, List<Booked> ledger) {
    this.from = from;
    this.to = to;
    Map<String, Deque<Booked>> booked = new HashMap<>();
    ledger.forEach(one -> booked.computeIfAbsent(one.name(), name -> new ArrayDeque<>()).add(one));
    for (Booked moved : gateway) {
      Deque<Booked> same = booked.getOrDefault(moved.name(), new ArrayDeque<>());
      Booked partner = same.poll();
      if (isWithin(moved.at())) {
        lines.add(pair(moved, partner));
      }
    }
    booked.values().stream()
        .flatMap(Deque::stream)
        .filter(left -> isWithin(left.at()))
        .forEach(left -> lines.add(line(Verdict.MISSING_AT_GATEWAY, null, left)));
  }

  private boolean isWithin(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private static Line pair(Booked moved, Booked booked) {
    if (booked == null) {
      return line(Verdict.MISSING_IN_LEDGER, moved, null);
    }
    boolean same = moved.amount().equals(booked.amount()) && moved.incoming() == booked.incoming();
    return line(same ? Verdict.MATCHED : Verdict.AMOUNT_DIFFERS, moved, booked);
  }

  private static Line line(Verdict verdict, Booked moved, Booked booked) {
    Booked known = moved == null ? booked : moved;
    return new Line(
        verdict,
        known.kind(),
        known.subject(),
        known.reference(),
        moved == null ? null : moved.amount(),
        booked == null ? null : booked.amount(),
        known.at());
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
      Money known = line.atGateway() == null ? line.inLedger() : line.atGateway();
      Money none = Money.zero(known.currency());
      totals.merge(
          line.kind() + known.currency(),
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
