package org.orderly.ordering.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.kernel.Finding;
import org.orderly.kernel.InvariantCheck;
import org.orderly.ordering.audit.AuditLog.Standing;

/** Puts together, by invariant, what walks have found and what the auditor knows of the rest. */
record Verdicts(
    List<Walk> walks, List<Standing> standing, Map<String, Progress> progress, Instant now) {

  List<InvariantCheck> all() {
    return Arrays.stream(Invariant.values()).map(this::verdict).toList();
  }

  private InvariantCheck verdict(Invariant invariant) {
    String check = invariant.name();
    List<Walk> concerned =
        walks.stream().filter(walk -> walk.track().checks().contains(check)).toList();
    List<Walk> cutShort = concerned.stream().filter(walk -> !walk.isComplete()).toList();
    Set<String> found = new HashSet<>();
    List<String> sample = new ArrayList<>();
    long violations = 0;
    for (Walk walk : concerned) {
      violations += walk.violations(check);
      for (Finding finding : walk.findings()) {
        if (finding.check().equals(check)) {
          found.add(key(walk.track().name(), finding));
          sample.add(finding.detail());
        }
      }
    }
    for (Standing known : standingIn(cutShort, check)) {
      if (!found.contains(key(known.track(), known.finding()))) {
        violations++;
        sample.add(known.finding().detail());
      }
    }
    boolean complete = cutShort.isEmpty();
    return new InvariantCheck(
        check,
        invariant.sentence(),
        violations == 0,
        violations,
        sample,
        complete,
        complete ? now : Progress.oldest(progress, names(cutShort)),
        complete
            ? null
            : cutShort.stream().map(Verdicts::reached).collect(Collectors.joining("; ")));
  }

  private List<Standing> standingIn(List<Walk> cutShort, String check) {
    List<String> names = names(cutShort);
    return standing.stream()
        .filter(one -> one.finding().check().equals(check) && names.contains(one.track()))
        .toList();
  }

  private static List<String> names(List<Walk> walks) {
    return walks.stream().map(walk -> walk.track().name()).toList();
  }

  private static String key(String track, Finding finding) {
    return track + " " + finding.subject();
  }

  private static String reached(Walk walk) {
    String name = walk.track().name();
    if (!walk.unread().isEmpty()) {
      return name + ": no answer from " + String.join(", ", walk.unread());
    }
    String position = walk.position();
    if (position == null) {
      return name + ": not begun";
    }
    return name + ": " + walk.track().place(position);
  }
}
