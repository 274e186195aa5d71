package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.web.request.Caller;
import org.orderly.web.request.EntityTags;
import org.orderly.web.request.Roles;

/** The signed-in user, where clients of other APIs look for it: the same as {@code /users/me}. */
@Path("/auth/me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class SignedInResource {

  private final Users users;
  private final Caller caller;

  @Inject
  SignedInResource(Users users, Caller caller) {
    this.users = users;
    this.caller = caller;
  }

  @GET
  public Response me() {
    UserProfile user = users.profile(caller.id());
    return Response.ok(user).tag(EntityTags.of(user.version())).build();
  }
}
