package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.identity.twofactor.SecondFactor;
import org.orderly.identity.twofactor.SecondFactorRemoval;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** The caller's second factor. */
@Path("/auth/2fa")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

  private final SecondFactor secondFactor;
  private final SecondFactorRemoval removal;
  private final Caller caller;

  @Inject
  SecondFactorResource(SecondFactor secondFactor, SecondFactorRemoval removal, Caller caller) {
    this.secondFactor = secondFactor;
    this.removal = removal;
    this.caller = caller;
  }

  public record ConfirmRequest(@NotBlank @Size(max = 32) String code) {}

  public record RemoveRequest(@NotNull @Size(max = 256) String password) {}

  @POST
  @Path("/enrol")
  @Consumes(MediaType.WILDCARD)
  public Response enrol() {
    return secret(secondFactor.enrol(caller.id()));
  }

  @POST
  @Path("/confirm")
  public Response confirm(@NotNull @Valid ConfirmRequest request) {
    return secret(secondFactor.confirm(caller.id(), request.code.replace(" ", "")));
  }

  @DELETE
  public void remove(@NotNull @Valid RemoveRequest request) {
    removal.remove(caller.id(), request.password);
  }

  private static Response secret(Object shownOnce) {
    CacheControl keepNothing = new CacheControl();
    keepNothing.setNoStore(true);
    return Response.ok(shownOnce).cacheControl(keepNothing).build();
  }
}
