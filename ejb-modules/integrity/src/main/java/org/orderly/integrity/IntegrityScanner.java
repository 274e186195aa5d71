package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orderly.integrity.CheckResultRepository.KnownFinding;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.persistence.AdvisoryLock;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Walks through all books, a bounded piece at each look, over and over.
 *
 * <p>The look's claim and its record are one transaction of the ordering database: an instance that
 * is paused in the middle loses the claim, and can record nothing when it wakes up.
 */
@ApplicationScoped
class IntegrityScanner {

  /** So many findings are looked at again each time, those first that were seen longest ago. */
  private static final int AGAIN = 200;

  private final AllChecks allChecks;
  private final OrderCheck orders;
  private final DomainDatabase database;
  private final CheckResultRepository log;
  private final ScanSettings settings;
  private final Clock clock;

  @Inject
  IntegrityScanner(
      AllChecks allChecks,
      OrderCheck orders,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      CheckResultRepository log,
      ScanSettings settings,
      Clock clock) {
    this.allChecks = allChecks;
    this.orders = orders;
    this.database = database;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Looks at the next piece, unless another instance is at it or has been within the interval.
   *
   * @return whether it did
   */
  boolean look() throws SQLException, InterruptedException {
    return AdvisoryLock.<Boolean, InterruptedException>run(
            database.dataSource(), CheckResultRepository.LOCK, this::lookIfDue)
        .orElse(false);
  }

  private boolean lookIfDue(Connection connection) throws SQLException, InterruptedException {
    boolean due = isDue(connection);
    if (due) {
      log.waitPatiently(connection);
      look(connection);
    }
    return due;
  }

  /** Looks a little early are fine: instances do not wake up at the same moment. */
  private boolean isDue(Connection connection) throws SQLException {
    Duration interval = settings.interval().multipliedBy(3).dividedBy(4);
    return log.lastLook(connection)
        .map(last -> Duration.between(last, clock.instant()).compareTo(interval) >= 0)
        .orElse(true);
  }

  private void look(Connection connection) throws SQLException, InterruptedException {
    Instant now = clock.instant();
    Map<String, ScanProgress> before = log.progress(connection);
    List<Scan> scans = new ArrayList<>();
    for (IntegrityCheck integrityCheck : allChecks.all()) {
      ScanProgress scanProgress = before.getOrDefault(integrityCheck.name(), ScanProgress.NONE);
      scans.add(new Scan(integrityCheck, scanProgress.position()));
    }
    Scan newest = new Scan(orders);
    newest.step();
    newest.settle();
    new ScanScheduler(scans).run(settings.work());
    for (Scan scan : scans) {
      ScanProgress scanProgress = before.getOrDefault(scan.check().name(), ScanProgress.NONE);
      log.save(connection, scan.check().name(), scanProgress.after(scan, now));
    }
    scans.add(newest);
    record(connection, scans, wholeIn(scans, before), now);
    log.looked(connection, now);
  }

  /** The checks whose rows were scanned from the first to the last. */
  private static Set<String> wholeIn(List<Scan> scans, Map<String, ScanProgress> before) {
    Set<String> whole = new HashSet<>();
    for (Scan scan : scans) {
      String name = scan.check().name();
      boolean fromTheBeginning = before.getOrDefault(name, ScanProgress.NONE).position() == null;
      if (fromTheBeginning && scan.isComplete() && scan.findings().size() < Scan.KEPT) {
        whole.add(name);
      }
    }
    return whole;
  }

  private void record(Connection connection, List<Scan> scans, Set<String> whole, Instant now)
      throws SQLException {
    List<KnownFinding> known = log.known(connection);
    Set<String> seen = keepSeen(connection, scans, known, now);
    int again = 0;
    for (KnownFinding one : known) {
      if (seen.contains(one.key())) {
        continue;
      }
      if (whole.contains(one.scan())) {
        log.drop(connection, one);
      } else if (again++ < AGAIN) {
        lookAgain(connection, one, now);
      }
    }
  }

  /** Returns the keys of what was seen; of very many findings not all are kept. */
  private Set<String> keepSeen(
      Connection connection, List<Scan> scans, List<KnownFinding> known, Instant now)
      throws SQLException {
    Map<String, Integer> kept = new HashMap<>();
    known.forEach(one -> kept.merge(one.finding().check(), 1, Integer::sum));
    Set<String> seen = new HashSet<>();
    for (Scan scan : scans) {
      for (Finding finding : scan.findings()) {
        KnownFinding one = new KnownFinding(scan.check().name(), finding);
        if (seen.add(one.key()) && kept.merge(finding.check(), 1, Integer::sum) <= Scan.KEPT) {
          log.keep(connection, one, now);
        }
      }
    }
    return seen;
  }

  private void lookAgain(Connection connection, KnownFinding one, Instant now) throws SQLException {
    Optional<IntegrityCheck> integrityCheck =
        allChecks.all().stream().filter(t -> t.name().equals(one.scan())).findAny();
    List<Finding> found =
        integrityCheck.isPresent() ? integrityCheck.get().at(one.finding().subject()) : List.of();
    boolean stands = found.stream().anyMatch(f -> f.check().equals(one.finding().check()));
    if (stands) {
      log.keep(connection, one, now);
    } else {
      log.drop(connection, one);
    }
  }
}
