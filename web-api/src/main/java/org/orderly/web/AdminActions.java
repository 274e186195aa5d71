package org.orderly.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.orderly.kernel.UserId;
import org.orderly.web.edge.RequestIds;

/** Notes in the log what admins do, and in which request. */
@RequestScoped
class AdminActions {

  private static final Logger LOG = Logger.getLogger(AdminActions.class.getName());

  private final Caller caller;

  @Inject
  AdminActions(Caller caller) {
    this.caller = caller;
  }

  UserId admin() {
    return caller.id();
  }

  void log(String action, Object outcome) {
    LOG.info(
        () ->
            "admin %s, request %s: %s: %s"
                .formatted(admin(), RequestIds.current(), action, outcome));
  }
}
