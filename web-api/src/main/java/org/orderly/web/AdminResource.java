package org.orderly.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.orderly.kernel.InvariantCheck;
import org.orderly.ordering.Invariants;

/** What only admins see. */
@Path("/admin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AdminResource {

  record Books(boolean ok, List<InvariantCheck> checks) {}

  private final Invariants invariants;

  @Inject
  AdminResource(Invariants invariants) {
    this.invariants = invariants;
  }

  @GET
  @Path("/invariants")
  public Books invariants() {
    List<InvariantCheck> checks = invariants.check();
    return new Books(checks.stream().allMatch(InvariantCheck::ok), checks);
  }
}
