package org.orderly.reporting;

import org.orderly.kernel.DomainException;

/** This instance makes the summaries anew already. */
final class RebuildRuns extends DomainException {

  private static final long serialVersionUID = 1L;

  RebuildRuns() {
    super(Kind.CONFLICT, "rebuild-in-progress", "the summaries are being made anew already");
  }
}
