package org.orderly.web.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.ordering.returns.ReturnQueries;
import org.orderly.ordering.returns.ReturnStatus;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.ordering.returns.Returns;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Decides on returns and handles what comes back. */
@Path("/returns")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.VENDOR})
public class ReturnsResource {

  record RefusalRequest(@NotBlank @Size(max = 500) String reason) {}

  private final Returns returns;
  private final ReturnQueries queries;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  ReturnsResource(Returns returns, ReturnQueries queries, Caller caller, Idempotency idempotency) {
    this.returns = returns;
    this.queries = queries;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  public Page<ReturnView> page(
      @QueryParam("status") String status,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return queries.all(status(status), Limit.of(limit), cursor, caller.actor());
  }

  private static ReturnStatus status(String name) {
    try {
      return name == null ? null : ReturnStatus.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("status", "is not one that returns have");
    }
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.ORDERS_READ)
  public ReturnView one(@PathParam("id") UUID id) {
    return queries.one(id, caller.actor());
  }

  @POST
  @Path("/{id}/approve")
  public Response approve(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
    return idempotency
        .of("approve-return", key, id, null)
        .ok(request -> returns.approve(id, request, caller.actor()));
  }

  @POST
  @Path("/{id}/refuse")
  public Response refuse(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid RefusalRequest body) {
    return idempotency
        .of("refuse-return", key, id, body)
        .ok(request -> returns.refuse(id, body.reason(), request, caller.actor()));
  }

  @POST
  @Path("/{id}/receive")
  public Response receive(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @RequestBody(required = false) @Valid ItemSelectionRequest body) {
    return idempotency
        .of("receive-return", key, id, body)
        .ok(request -> returns.receive(id, ItemSelectionRequest.of(body), request, caller.actor()));
  }

  @POST
  @Path("/{id}/restock")
  public Response restock(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @RequestBody(required = false) @Valid ItemSelectionRequest body) {
    return idempotency
        .of("restock-return", key, id, body)
        .ok(request -> returns.restock(id, ItemSelectionRequest.of(body), request, caller.actor()));
  }

  @POST
  @Path("/{id}/write-off")
  public Response writeOff(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.KEY) String key,
      @RequestBody(required = false) @Valid ItemSelectionRequest body) {
    return idempotency
        .of("write-off-return", key, id, body)
        .ok(
            request ->
                returns.writeOff(id, ItemSelectionRequest.of(body), request, caller.actor()));
  }
}
