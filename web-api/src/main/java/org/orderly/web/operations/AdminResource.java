package org.orderly.web.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.ordering.audit.Books;
import org.orderly.ordering.audit.Invariants;
import org.orderly.web.request.Roles;

/** What only admins see. */
@Path("/admin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AdminResource {

  private final Invariants invariants;

  @Inject
  AdminResource(Invariants invariants) {
    this.invariants = invariants;
  }

  @GET
  @Path("/invariants")
  public Books invariants() {
    return invariants.check();
  }
}
