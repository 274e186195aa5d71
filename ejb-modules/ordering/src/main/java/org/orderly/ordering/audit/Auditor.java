package org.orderly.ordering.audit;

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
import java.util.Set;
import org.orderly.kernel.Finding;
import org.orderly.kernel.Track;
import org.orderly.messaging.Exclusive;
import org.orderly.ordering.audit.AuditLog.Standing;

/**
 * Walks through all books, a bounded piece at each look, over and over.
 *
 * <p>The look's claim and its record are one transaction of the ordering database: an instance that
 * is paused in the middle loses the claim, and can record nothing when it wakes up.
 */
@ApplicationScoped
class Auditor {

  /** So many findings are looked at again each time, those first that were seen longest ago. */
  private static final int AGAIN = 200;

  private final Tracks tracks;
  private final OrderTrack orders;
  private final BooksDatabase database;
  private final AuditLog log;
  private final AuditSettings settings;
  private final Clock clock;

  @Inject
  Auditor(
      Tracks tracks,
      OrderTrack orders,
      BooksDatabase database,
      AuditLog log,
      AuditSettings settings,
      Clock clock) {
    this.tracks = tracks;
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
    return Exclusive.<Boolean, InterruptedException>run(
            database.dataSource(), AuditLog.LOCK, this::lookIfDue)
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
    Instant last = log.lastLook(connection);
    Duration interval = settings.interval().multipliedBy(3).dividedBy(4);
    return last == null || Duration.between(last, clock.instant()).compareTo(interval) >= 0;
  }

  private void look(Connection connection) throws SQLException, InterruptedException {
    Instant now = clock.instant();
    Map<String, Progress> before = log.progress(connection);
    List<Walk> walks = new ArrayList<>();
    for (Track track : tracks.all()) {
      Progress progress = before.getOrDefault(track.name(), Progress.NONE);
      walks.add(new Walk(track, progress.position()));
    }
    Walk newest = new Walk(orders, null);
    newest.step();
    newest.settle();
    new Sweep(walks).run(settings.work());
    for (Walk walk : walks) {
      Progress progress = before.getOrDefault(walk.track().name(), Progress.NONE);
      log.save(connection, walk.track().name(), progress.after(walk, now));
    }
    walks.add(newest);
    record(connection, walks, wholeIn(walks, before), now);
    log.looked(connection, now);
  }

  /** The tracks that were walked from their beginning to their end. */
  private static Set<String> wholeIn(List<Walk> walks, Map<String, Progress> before) {
    Set<String> whole = new HashSet<>();
    for (Walk walk : walks) {
      String name = walk.track().name();
      boolean fromTheBeginning = before.getOrDefault(name, Progress.NONE).position() == null;
      if (fromTheBeginning && walk.isComplete() && walk.findings().size() < Walk.KEPT) {
        whole.add(name);
      }
    }
    return whole;
  }

  private void record(Connection connection, List<Walk> walks, Set<String> whole, Instant now)
      throws SQLException {
    List<Standing> standing = log.standing(connection);
    Set<String> seen = keepSeen(connection, walks, standing, now);
    int again = 0;
    for (Standing one : standing) {
      if (seen.contains(one.key())) {
        continue;
      }
      if (whole.contains(one.track())) {
        log.drop(connection, one);
      } else if (again++ < AGAIN) {
        lookAgain(connection, one, now);
      }
    }
  }

  /** Returns the keys of what was seen; of very many findings not all are kept. */
  private Set<String> keepSeen(
      Connection connection, List<Walk> walks, List<Standing> standing, Instant now)
      throws SQLException {
    Map<String, Integer> kept = new HashMap<>();
    standing.forEach(one -> kept.merge(one.finding().check(), 1, Integer::sum));
    Set<String> seen = new HashSet<>();
    for (Walk walk : walks) {
      for (Finding finding : walk.findings()) {
        Standing one = new Standing(walk.track().name(), finding);
        if (seen.add(one.key()) && kept.merge(finding.check(), 1, Integer::sum) <= Walk.KEPT) {
          log.keep(connection, one, now);
        }
      }
    }
    return seen;
  }

  private void lookAgain(Connection connection, Standing one, Instant now) throws SQLException {
    Track track =
        tracks.all().stream().filter(t -> t.name().equals(one.track())).findAny().orElse(null);
    List<Finding> found = track == null ? List.of() : track.at(one.finding().subject());
    boolean stands = found.stream().anyMatch(f -> f.check().equals(one.finding().check()));
    if (stands) {
      log.keep(connection, one, now);
    } else {
      log.drop(connection, one);
    }
  }
}
