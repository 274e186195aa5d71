package org.orderly.web.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.documents.InvoiceGapQueries;
import org.orderly.web.request.Roles;

/** Shows admins that invoices are numbered without gaps. */
@Path("/admin/invoices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class InvoicesResource {

  private final InvoiceGapQueries gaps;

  @Inject
  InvoicesResource(InvoiceGapQueries gaps) {
    this.gaps = gaps;
  }

  @GET
  @Path("/check")
  public InvoiceGapQueries.Report check() {
    return gaps.check();
  }
}
