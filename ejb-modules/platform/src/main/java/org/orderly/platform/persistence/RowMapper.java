package org.orderly.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Maps the current row of a query to a value. */
@FunctionalInterface
public interface RowMapper<T> {

  T map(ResultSet row) throws SQLException;
}
