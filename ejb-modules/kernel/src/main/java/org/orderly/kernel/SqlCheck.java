package org.orderly.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * An invariant that one database can check by itself, in one statement and so in one snapshot.
 *
 * @param id the invariant's number in the design
 * @param name what must be true
 * @param violations a query with one text column: a row for whatever breaks the invariant
 */
public record SqlCheck(String id, String name, String violations) {

  public InvariantCheck run(Connection connection) throws SQLException {
    String counted =
        "select count(*), (array_agg(violation))[1:%d] from (%s) found (violation)"
            .formatted(InvariantCheck.SAMPLE_SIZE, violations);
    try (PreparedStatement query = connection.prepareStatement(counted);
        ResultSet row = query.executeQuery()) {
      row.next();
      java.sql.Array sample = row.getArray(2);
      List<String> names = sample == null ? List.of() : List.of((String[]) sample.getArray());
      return InvariantCheck.of(id, name, row.getLong(1), names);
    }
  }
}
