package org.orderly.liquibase;

/** A database could not be brought to this version's shape. */
public final class MigrationFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String database;

  MigrationFailed(String database, Throwable cause) {
    super("The " + database + " database could not be migrated: " + cause.getMessage(), cause);
    this.database = database;
  }

  /** The name of the database, such as {@code ordering}. */
  public String database() {
    return database;
  }
}
