package org.orderly.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves out what the libraries say when all is well. */
final class QuietLogs {

  /** Kept, since the JDK forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.jboss.weld"),
          Logger.getLogger("org.hibernate"),
          Logger.getLogger("com.arjuna"),
          Logger.getLogger("io.zonky"),
          Logger.getLogger("liquibase"));

  /** What the database refuses is for the tests to judge; the settings are those of the shop. */
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("org.hibernate.orm.jdbc"),
          Logger.getLogger("org.hibernate.orm.deprecation"));

  private QuietLogs() {}

  static void begin() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
