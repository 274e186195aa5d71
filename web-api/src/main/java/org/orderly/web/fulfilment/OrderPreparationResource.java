package org.orderly.web.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.fulfilment.Preparation;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;

/** Takes orders into work. */
@Path("/orders/{id}/process")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class OrderPreparationResource {

  private final Preparation preparation;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  OrderPreparationResource(Preparation preparation, Caller caller, Idempotency idempotency) {
    this.preparation = preparation;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  public Response process(@PathParam("id") OrderId id, @HeaderParam(Idempotency.KEY) String key) {
    return idempotency
        .of("process-order", key, id.value(), null)
        .ok(request -> preparation.begin(id, request, caller.actor()));
  }
}
