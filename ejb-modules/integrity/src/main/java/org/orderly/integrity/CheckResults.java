package org.orderly.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.integrity.CheckResultRepository.KnownFinding;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.InvariantResult;

/** Combines, by invariant, the results of scans and the stored results. */
record CheckResults(
    List<Scan> scans, List<KnownFinding> known, Map<String, ScanProgress> progress, Instant now) {

  List<InvariantResult> all() {
    return Arrays.stream(Invariant.values()).map(this::verdict).toList();
  }

  private InvariantResult verdict(Invariant invariant) {
    String check = invariant.name();
    List<Scan> concerned =
        scans.stream().filter(scan -> scan.check().checks().contains(check)).toList();
    List<Scan> cutShort = concerned.stream().filter(scan -> !scan.isComplete()).toList();
    Set<String> found = new HashSet<>();
    List<String> sample = new ArrayList<>();
    long violations = 0;
    for (Scan scan : concerned) {
      violations += scan.violations(check);
      for (Finding finding : scan.findings()) {
        if (finding.check().equals(check)) {
          found.add(key(scan.check().name(), finding));
          sample.add(finding.detail());
        }
      }
    }
    for (KnownFinding one : knownIn(cutShort, check)) {
      if (!found.contains(key(one.scan(), one.finding()))) {
        violations++;
        sample.add(one.finding().detail());
      }
    }
    boolean complete = cutShort.isEmpty();
    return new InvariantResult(
        check,
        invariant.sentence(),
        violations == 0,
        violations,
        sample,
        complete,
        complete ? now : ScanProgress.oldest(progress, names(cutShort)).orElse(null),
        complete
            ? null
            : cutShort.stream().map(CheckResults::reached).collect(Collectors.joining("; ")));
  }

  private List<KnownFinding> knownIn(List<Scan> cutShort, String check) {
    List<String> names = names(cutShort);
    return known.stream()
        .filter(one -> one.finding().check().equals(check) && names.contains(one.scan()))
        .toList();
  }

  private static List<String> names(List<Scan> scans) {
    return scans.stream().map(scan -> scan.check().name()).toList();
  }

  private static String key(String scan, Finding finding) {
    return scan + " " + finding.subject();
  }

  private static String reached(Scan scan) {
    String name = scan.check().name();
    if (!scan.unread().isEmpty()) {
      return name + ": no answer from " + String.join(", ", scan.unread());
    }
    String position = scan.position();
    if (position == null) {
      return name + ": not begun";
    }
    return name + ": " + scan.check().place(position);
  }
}
