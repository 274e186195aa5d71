package org.orderly.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Maps the current row of a query to a value; a collector maps all rows, from before the first. */
@FunctionalInterface
public interface RowMapper<T> {

  T map(ResultSet row) throws SQLException;
}
