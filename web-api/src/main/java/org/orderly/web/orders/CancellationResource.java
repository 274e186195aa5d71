package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.OrderChange;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** Cancels orders: buyers and guests their own, admins any. */
@Path("/orders/{id}/cancel")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.GUEST})
public class CancellationResource {

  record CancelRequest(@NotBlank @Size(max = LockedOrder.MAX_REASON) String reason) {}

  private final Cancellation cancellation;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  CancellationResource(Cancellation cancellation, Caller caller, Idempotency idempotency) {
    this.cancellation = cancellation;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  public Response cancel(
      @PathParam("id") OrderId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid CancelRequest body) {
    return idempotency
        .of("cancel-order", key, id.value(), body)
        .ok(
            request ->
                cancellation.cancel(new OrderChange(id, caller.actor(), request), body.reason()));
  }
}
