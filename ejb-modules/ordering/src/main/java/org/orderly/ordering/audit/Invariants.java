package org.orderly.ordering.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.Track;
import org.orderly.ordering.audit.AuditLog.Standing;

/** Proves the books while the shop runs. */
@ApplicationScoped
public class Invariants {

  private final Tracks tracks;
  private final BooksDatabase database;
  private final AuditLog log;
  private final AuditSettings settings;
  private final Clock clock;

  @Inject
  Invariants(
      Tracks tracks, BooksDatabase database, AuditLog log, AuditSettings settings, Clock clock) {
    this.tracks = tracks;
    this.database = database;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Checks I1 to I10, newest orders first, for as long as an answer may take; what is left out then
   * is answered by the auditor's word. Reads only, stops nobody.
   *
   * @throws BooksUnreadable if a database does not answer, in which case nothing is proven
   */
  public Books check() {
    Instant now = clock.instant();
    List<Walk> walks = tracks.all().stream().map(track -> new Walk(track, null)).toList();
    try {
      new Sweep(walks).run(settings.answer());
      try (Connection connection = database.connect()) {
        Map<String, Progress> progress = log.progress(connection);
        Verdicts verdicts = new Verdicts(walks, log.standing(connection), progress, now);
        List<InvariantCheck> checks = verdicts.all();
        return new Books(
            checks.stream().allMatch(InvariantCheck::ok),
            checks.stream().allMatch(InvariantCheck::complete),
            now,
            Progress.oldest(progress, names()),
            checks);
      }
    } catch (SQLException e) {
      throw new BooksUnreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BooksUnreadable(e);
    }
  }

  /** What the auditor knows, without looking at the books. */
  public AuditStatus status() throws SQLException {
    try (Connection connection = database.connect()) {
      Map<String, Long> violations = new LinkedHashMap<>();
      for (Invariant invariant : Invariant.values()) {
        violations.put(invariant.name(), 0L);
      }
      for (Standing one : log.standing(connection)) {
        violations.merge(one.finding().check(), 1L, Long::sum);
      }
      Map<String, Progress> progress = log.progress(connection);
      return new AuditStatus(
          violations, log.lastLook(connection), Progress.oldest(progress, names()));
    }
  }

  private List<String> names() {
    return tracks.all().stream().map(Track::name).toList();
  }
}
