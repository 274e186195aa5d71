package org.orderly.web.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.integrity.IntegrityChecks;
import org.orderly.integrity.IntegrityReport;
import org.orderly.web.request.Roles;

/** What only admins see. */
@Path("/admin")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AdminResource {

  private final IntegrityChecks integrityChecks;

  @Inject
  AdminResource(IntegrityChecks integrityChecks) {
    this.integrityChecks = integrityChecks;
  }

  @GET
  @Path("/invariants")
  public IntegrityReport invariants() {
    return integrityChecks.check();
  }
}
