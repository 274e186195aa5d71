package org.orderly.platform.group;

import org.orderly.kernel.DomainException;

/** A request waited too long for a group; nothing of it was done. */
public final class GroupWaitExpired extends DomainException {

  private static final long serialVersionUID = 1L;

  GroupWaitExpired() {
    super(Kind.UNAVAILABLE, "waited-too-long", "this request waited too long; try again soon");
  }
}
