package org.orderly.platform.integrity;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks some invariants along one key, page by page.
 *
 * <p>Each page is read in snapshots of its own, needs no transaction and stops nobody. Positions
 * are texts that only the check understands.
 */
public interface IntegrityCheck {

  /** What it walks along, in the plural, such as {@code "products"}. */
  String name();

  /** The invariants that are broken if this finds something. */
  Set<String> checks();

  /**
   * Checks the page that follows a position.
   *
   * @param position {@code null} for the beginning
   * @param size how many keys the page should hold, about
   */
  ScanPage after(@Nullable String position, int size) throws SQLException;

  /** Says where a position is, for people. */
  default String place(String position) {
    return "up to " + position;
  }

  /** Checks one key again. */
  List<Finding> at(String subject) throws SQLException;

  /** What of a finding remains when everything that may still have been under way has arrived. */
  default List<Finding> settled(List<Finding> found) throws SQLException, InterruptedException {
    return found;
  }
}
