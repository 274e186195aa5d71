package org.orderly.integrity;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.testing.Application;

/** The integrity checks over all databases, as database tests run them. */
public final class IntegrityActions {

  private static final int ALL = 10_000;

  private IntegrityActions() {}

  /** What the checks find; empty if all pass. */
  public static List<Finding> findings(Application app) {
    List<Finding> found = new ArrayList<>();
    try {
      for (IntegrityCheck check : app.bean(AllChecks.class).all()) {
        // asks the servers for what is prepared, which is nothing here
        if (!check.name().equals(app.bean(InDoubtCheck.class).name())) {
          found.addAll(check.after(null, ALL).findings());
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return found;
  }
}
