package org.orderly.platform.integrity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An integrity check within one database. */
public record TableCheck(
    String name, DataSource database, KeyRangeQueries walk, List<RangeCheck> ranges)
    implements IntegrityCheck {

  @Override
  public Set<String> checks() {
    return ranges.stream().map(RangeCheck::id).collect(Collectors.toSet());
  }

  @Override
  public ScanPage after(@Nullable String position, int size) throws SQLException {
    try (Connection connection = database.getConnection()) {
      KeyRangeQueries.Step step = walk.after(connection, position, size);
      return new ScanPage(step.end(), findings(connection, step.range()));
    }
  }

  @Override
  public List<Finding> at(String subject) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return findings(connection, walk.only(subject));
    }
  }

  private List<Finding> findings(Connection connection, KeyRange range) throws SQLException {
    List<Finding> found = new ArrayList<>();
    for (RangeCheck check : ranges) {
      found.addAll(check.in(connection, range));
    }
    return found;
  }
}
