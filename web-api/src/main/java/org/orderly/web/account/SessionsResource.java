package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.session.SessionView;
import org.orderly.identity.session.Sessions;
import org.orderly.kernel.Page;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** Where somebody is signed in. */
@Path("/auth/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class SessionsResource {

  private final Sessions sessions;
  private final Caller caller;

  @Inject
  SessionsResource(Sessions sessions, Caller caller) {
    this.sessions = sessions;
    this.caller = caller;
  }

  /** There are so few that they fit on one page. */
  @GET
  public Page<SessionView> mine() {
    return new Page<>(sessions.of(caller.id(), caller.session().orElse(null)), null);
  }

  @DELETE
  @Path("/{id}")
  public void end(@PathParam("id") UUID id) {
    sessions.end(caller.id(), id);
  }

  @DELETE
  public void endAll(@QueryParam("keepCurrent") @DefaultValue("false") boolean keepCurrent) {
    sessions.endAll(caller.id(), keepCurrent ? caller.session() : Optional.empty());
  }
}
