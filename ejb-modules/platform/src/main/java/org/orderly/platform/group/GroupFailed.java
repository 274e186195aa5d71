package org.orderly.platform.group;

/**
 * A group failed as a whole, for a reason that no entry of it is to blame for: its outcome is
 * unknown, or a database is away. The cause is what every caller gets.
 */
public final class GroupFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RuntimeException reason;

  public GroupFailed(RuntimeException reason) {
    super(reason);
    this.reason = reason;
  }

  RuntimeException reason() {
    return reason;
  }
}
