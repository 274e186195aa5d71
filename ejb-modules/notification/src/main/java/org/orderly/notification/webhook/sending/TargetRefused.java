package org.orderly.notification.webhook.sending;

import org.orderly.kernel.DomainException;

/** An address that nothing is sent to: not public, not secret on the way, or no address at all. */
public final class TargetRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  TargetRefused(String why) {
    super(Kind.RULE_BROKEN, "webhook-target-refused", "url " + why);
  }
}
