package org.orderly.web.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.orderly.kernel.InvalidValue;
import org.orderly.payment.reconciliation.ReconciliationReport;
import org.orderly.payment.reconciliation.Reconciliations;
import org.orderly.web.request.Roles;

/** The gateway against the ledger, a day at a time, for admins. */
@Path("/admin/payments/reconciliation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class ReconciliationResource {

  private final Reconciliations reconciliations;

  @Inject
  ReconciliationResource(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  @GET
  public ReconciliationReport report(@Parameter(required = true) @QueryParam("date") String date) {
    return reconciliations.of(day(date));
  }

  @POST
  public ReconciliationReport again(@Parameter(required = true) @QueryParam("date") String date) {
    return reconciliations.make(day(date));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new InvalidValue("date", "must be a day such as 2026-01-31");
    }
  }
}
