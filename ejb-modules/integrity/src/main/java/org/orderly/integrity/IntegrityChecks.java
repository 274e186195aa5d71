package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.integrity.CheckResultRepository.KnownFinding;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.InvariantResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Runs the integrity checks while the shop runs. */
@ApplicationScoped
public class IntegrityChecks {

  private final AllChecks allChecks;
  private final DomainDatabase database;
  private final CheckResultRepository log;
  private final ScanSettings settings;
  private final Clock clock;

  @Inject
  IntegrityChecks(
      AllChecks allChecks,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      CheckResultRepository log,
      ScanSettings settings,
      Clock clock) {
    this.allChecks = allChecks;
    this.database = database;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Checks I1 to I10, newest orders first, for as long as an answer may take; what is left out then
   * is answered by the auditor's word. Reads only, stops nobody.
   *
   * @throws IntegrityCheckUnavailable if a database does not answer, in which case nothing is
   *     proven
   */
  public IntegrityReport check() {
    Instant now = clock.instant();
    List<Scan> scans = allChecks.all().stream().map(check -> new Scan(check)).toList();
    try {
      new ScanScheduler(scans).run(settings.answer());
      try (Connection connection = database.dataSource().getConnection()) {
        Map<String, ScanProgress> progress = log.progress(connection);
        CheckResults checkResults = new CheckResults(scans, log.known(connection), progress, now);
        List<InvariantResult> checks = checkResults.all();
        return new IntegrityReport(
            checks.stream().allMatch(InvariantResult::ok),
            checks.stream().allMatch(InvariantResult::complete),
            now,
            ScanProgress.oldest(progress, names()).orElse(null),
            checks);
      }
    } catch (SQLException | DatabaseUnavailable e) {
      throw new IntegrityCheckUnavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IntegrityCheckUnavailable(e);
    }
  }

  /** What the scan knows, without running a check. */
  public ScanStatus status() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      Map<String, Long> violations = new LinkedHashMap<>();
      for (Invariant invariant : Invariant.values()) {
        violations.put(invariant.name(), 0L);
      }
      for (KnownFinding one : log.known(connection)) {
        violations.merge(one.finding().check(), 1L, Long::sum);
      }
      Map<String, ScanProgress> progress = log.progress(connection);
      return new ScanStatus(
          violations,
          log.lastLook(connection).orElse(null),
          ScanProgress.oldest(progress, names()).orElse(null));
    }
  }

  private List<String> names() {
    return allChecks.all().stream().map(IntegrityCheck::name).toList();
  }
}
