package org.orderly.web.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.orderly.identity.audit.AuditedAction;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.platform.events.DeadLetters;
import org.orderly.platform.events.ReplayResult;
import org.orderly.web.request.Roles;

/** Events that no try of their consumer could handle, for admins. */
@Path("/admin/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class DeadLettersResource {

  private final DeadLetters deadLetters;
  private final AuditedAction auditedAction;

  @Inject
  DeadLettersResource(DeadLetters deadLetters, AuditedAction auditedAction) {
    this.deadLetters = deadLetters;
    this.auditedAction = auditedAction;
  }

  /**
   * @param eventIds which to replay; {@code null} for all
   */
  public record ReplayRequest(@Size(min = 1, max = 100) List<@NotNull UUID> eventIds) {}

  @GET
  public Page<DeadLetters.Letter> page(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return deadLetters.page(Limit.of(limit), cursor);
  }

  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  public ReplayResult replay(@RequestBody(required = false) @Valid ReplayRequest request) {
    List<UUID> eventIds = request == null ? null : request.eventIds();
    String subject = eventIds == null ? "all" : eventIds.size() + " chosen";
    return auditedAction.of(
        "dead-letters.replay",
        subject,
        request,
        () -> eventIds == null ? deadLetters.replayAll() : deadLetters.replay(eventIds));
  }
}
