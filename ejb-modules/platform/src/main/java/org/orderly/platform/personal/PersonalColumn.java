package org.orderly.platform.personal;

/**
 * A column with personal data.
 *
 * @param replacement the SQL expression that replaces the value, for {@link OnErasure#REPLACE}
 * @param reason why it is kept, or what erases it; empty for the other kinds of erasure
 * @param part the part of the export that holds it, or why none does
 */
public record PersonalColumn(
    String name,
    OnErasure onErasure,
    String replacement,
    String reason,
    InExport inExport,
    String part) {

  /** What an erasure does with the value. */
  public enum OnErasure {
    /** The row is deleted. */
    DELETE,
    /** The value is replaced. */
    REPLACE,
    /** The value is kept, for a reason. */
    KEEP,
    /** Something else erases it, in the same transaction or by the database. */
    ELSEWHERE
  }

  /** How an export shows the value. */
  public enum InExport {
    /** In a part that a view of the API makes. */
    VIEW,
    /** In a part of rows as they are stored. */
    ROWS,
    /** Not at all, for a reason. */
    NONE
  }
}
