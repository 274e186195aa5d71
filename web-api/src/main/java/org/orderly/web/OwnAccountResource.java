package org.orderly.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.identity.OwnPassword;
import org.orderly.identity.UserProfile;
import org.orderly.identity.Users;

/** What somebody who is signed in does about the own account. */
@Path("/users/me")
@RequestScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {

  private final Users users;
  private final OwnPassword password;
  private final Caller caller;

  @Inject
  OwnAccountResource(Users users, OwnPassword password, Caller caller) {
    this.users = users;
    this.password = password;
    this.caller = caller;
  }

  public record PasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {}

  @GET
  public UserProfile me() {
    return users.profile(caller.id());
  }

  /** The session that the request belongs to goes on; all others end. */
  @PUT
  @Path("/password")
  public void changePassword(@NotNull @Valid PasswordRequest request) {
    password.change(
        caller.id(), caller.session(), request.currentPassword(), request.newPassword());
  }
}
