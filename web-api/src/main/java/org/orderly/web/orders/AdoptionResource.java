package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** Takes a guest's order into the caller's account. */
@Path("/orders/{id}/adopt")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class AdoptionResource {

  record AdoptRequest(@NotNull @Size(min = 1, max = 100) String token) {}

  private final GuestOrders guests;
  private final Caller caller;

  @Inject
  AdoptionResource(GuestOrders guests, Caller caller) {
    this.guests = guests;
    this.caller = caller;
  }

  @POST
  public OrderView adopt(@PathParam("id") OrderId id, @NotNull @Valid AdoptRequest body) {
    return guests.adopt(id, body.token(), caller.id());
  }
}
