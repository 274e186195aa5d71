package org.orderly.web.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.orderly.ordering.fulfilment.ShipmentView;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Shows a shipment and notes its arrival. */
@Path("/shipments/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {

  private final Shipments shipments;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  ShipmentsResource(Shipments shipments, Caller caller, Idempotency idempotency) {
    this.shipments = shipments;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.ORDERS_READ)
  public ShipmentView one(@PathParam("id") UUID id) {
    return shipments.one(id, caller.actor());
  }

  @POST
  @Path("/deliver")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR})
  public Response deliver(@PathParam("id") UUID id, @HeaderParam(Idempotency.KEY) String key) {
    return idempotency
        .of("deliver-shipment", key, id, null)
        .ok(request -> shipments.deliver(id, request, caller.actor()));
  }
}
