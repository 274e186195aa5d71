package org.orderly.platform.group;

import org.orderly.kernel.DomainException;

/** Too many requests wait for a group; nothing of this one was done. */
public final class GroupQueueFull extends DomainException {

  private static final long serialVersionUID = 1L;

  GroupQueueFull() {
    super(Kind.UNAVAILABLE, "too-many-waiting", "too many requests are waiting; try again soon");
  }
}
