package org.orderly.tests.drill;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.tests.drill.customer.OrderAttempt;
import org.orderly.tests.drill.history.RecordedCall;

/** Dumps the state of a failed round, for a person to look at. */
final class FailureDump {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int MOST_IDS = 40;
  private static final List<String> DOMAINS =
      List.of("ordering", "inventory", "payment", "notification");

  private final DrillSite drillSite;
  private final Path folder;

  FailureDump(DrillSite drillSite, int round) {
    this.drillSite = drillSite;
    this.folder = drillSite.folder().resolve("failed-round-" + round);
  }

  Path folder() {
    return folder;
  }

  /**
   * @param lines seed, plan and what happened
   */
  void keep(
      List<String> lines,
      List<String> differences,
      List<OrderAttempt> attempts,
      OffsetDateTime since)
      throws IOException {
    Files.createDirectories(folder);
    List<String> report = new ArrayList<>(lines);
    report.add("");
    report.addAll(differences);
    Files.write(folder.resolve("report.txt"), report);
    Set<String> ids = ids(differences);
    Files.write(folder.resolve("rows.txt"), rows(ids, since));
    Files.write(folder.resolve("attempts.txt"), described(attempts, differences, ids));
    copy(drillSite.folder().resolve("logs"), folder.resolve("logs"));
  }

  /** All calls of the round, those that begin first first. */
  void keepHistory(List<RecordedCall> calls) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("history.txt"),
        calls.stream()
            .sorted(Comparator.comparingLong(RecordedCall::beginNanos))
            .map(RecordedCall::toString)
            .toList());
  }

  private static Set<String> ids(List<String> differences) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher found = ID.matcher(String.join("\n", differences));
    while (found.find() && ids.size() < MOST_IDS) {
      ids.add(found.group());
    }
    return ids;
  }

  /** Those that differ first, then all others of the round. */
  private static List<String> described(
      List<OrderAttempt> attempts, List<String> differences, Set<String> ids) {
    String words = String.join(" ", differences) + " ";
    List<String> first = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (OrderAttempt orderAttempt : attempts) {
      boolean differs =
          words.contains(orderAttempt.key() + " ")
              || orderAttempt.isPlaced() && ids.contains(orderAttempt.orderId().toString());
      (differs ? first : others).add(orderAttempt.toString());
    }
    first.add("---- all others of this round ----");
    first.addAll(others);
    return first;
  }

  private List<String> rows(Set<String> ids, OffsetDateTime since) {
    List<String> lines = new ArrayList<>();
    ask(lines, "ordering", "select t::text from tx_resolution t where resolved_at >= ?", since);
    ask(lines, "ordering", "select t::text from tx_decision t where decided_at >= ?", since);
    for (String domain : DOMAINS) {
      String[] patterns = ids.stream().map(id -> "%" + id + "%").toArray(String[]::new);
      for (String table : tables(lines, domain)) {
        String sql = "select t::text from " + table + " t where t::text like any (?)";
        ask(lines, domain, sql, (Object) patterns);
      }
    }
    return lines;
  }

  private List<String> tables(List<String> lines, String domain) {
    try {
      return drillSite.rows(
          domain,
          "select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1");
    } catch (SQLException e) {
      lines.add(domain + ": " + e.getMessage());
      return List.of();
    }
  }

  private void ask(List<String> lines, String domain, String sql, Object... parameters) {
    lines.add("");
    lines.add(domain + ": " + sql);
    try {
      lines.addAll(drillSite.rows(domain, sql, parameters));
    } catch (SQLException e) {
      lines.add(e.getMessage());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
