package org.orderly.web.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.orderly.identity.audit.AuditedAction;
import org.orderly.integrity.indoubt.InDoubtReport;
import org.orderly.integrity.indoubt.InDoubtTransactions;
import org.orderly.integrity.indoubt.ResolutionHistory;
import org.orderly.integrity.indoubt.ResolutionResult;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** Transactions that a crash cut in two, for admins. */
@Path("/admin/transactions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class TransactionsResource {

  private final InDoubtTransactions transactions;
  private final ResolutionHistory resolutionHistory;
  private final AuditedAction auditedAction;
  private final Caller caller;

  @Inject
  TransactionsResource(
      InDoubtTransactions transactions,
      ResolutionHistory resolutionHistory,
      AuditedAction auditedAction,
      Caller caller) {
    this.transactions = transactions;
    this.resolutionHistory = resolutionHistory;
    this.auditedAction = auditedAction;
    this.caller = caller;
  }

  /**
   * @param globalId the transaction to end; {@code null} for all that are old enough
   */
  public record ResolveRequest(@Size(min = 1, max = 200) String globalId) {}

  @GET
  @Path("/in-doubt")
  public InDoubtReport inDoubt() {
    return transactions.report();
  }

  @POST
  @Path("/in-doubt/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  public ResolutionResult resolve(@RequestBody(required = false) @Valid ResolveRequest request) {
    Optional<String> globalId = Optional.ofNullable(request).map(ResolveRequest::globalId);
    return auditedAction.of(
        "transactions.resolve",
        globalId.orElse("all in doubt"),
        request,
        () -> transactions.resolve(globalId, caller.id()));
  }

  @GET
  @Path("/resolutions")
  public Page<ResolutionHistory.Entry> resolutions(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return resolutionHistory.page(Limit.of(limit), cursor);
  }
}
