package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.orderly.identity.session.LoginThrottle;
import org.orderly.kernel.UserId;
import org.orderly.web.request.Roles;

/** Helps who failed to sign in too often. */
@Path("/admin/users/{id}/unlock")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
public class UnlockResource {

  private final LoginThrottle guard;

  @Inject
  UnlockResource(LoginThrottle guard) {
    this.guard = guard;
  }

  @POST
  public void unlock(@PathParam("id") UserId id) {
    guard.unlock(id);
  }
}
