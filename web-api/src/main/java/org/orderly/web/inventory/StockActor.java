package org.orderly.web.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import org.orderly.catalog.Actor;
import org.orderly.web.problem.HttpStatusProblem;
import org.orderly.web.request.Caller;

/** The caller as an actor on stock. */
@ApplicationScoped
class StockActor {

  private final Caller caller;

  @Inject
  StockActor(Caller caller) {
    this.caller = caller;
  }

  /** Of a resource that requires a role. */
  Actor get() {
    return new Actor(caller.id(), caller.actsForTheShop());
  }

  /** Of a resource that is open to everybody: an admin or a vendor alone. */
  Actor staff() {
    if (caller.whoever().isEmpty()) {
      throw new NotAuthorizedException(HttpStatusProblem.of(401).toResponse());
    }
    if (!caller.isAdmin() && !caller.isVendor()) {
      throw new ForbiddenException(HttpStatusProblem.of(403).toResponse());
    }
    return new Actor(caller.id(), caller.isAdmin());
  }
}
