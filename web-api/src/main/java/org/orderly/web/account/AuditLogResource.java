package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.orderly.identity.audit.AuditEntry;
import org.orderly.identity.audit.AuditFilter;
import org.orderly.identity.audit.AuditLogQueries;
import org.orderly.identity.audit.AuditVerification;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainReport;
import org.orderly.platform.time.ShopZone;
import org.orderly.web.request.Roles;

/** What was done by whom, and the proof that nobody rewrote it, for admins. */
@Path("/admin/audit-log")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AuditLogResource {

  private final AuditLogQueries trail;
  private final AuditVerification verification;

  @Inject
  AuditLogResource(AuditLogQueries trail, AuditVerification verification) {
    this.trail = trail;
    this.verification = verification;
  }

  @GET
  public Page<AuditEntry> page(
      @QueryParam("actor") String actor,
      @QueryParam("action") String action,
      @QueryParam("subject") String subject,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("requestId") String requestId,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    ShopZone zone = ShopZone.configured();
    AuditFilter filter =
        new AuditFilter(
            actor, action, subject, zone.from("from", from), zone.to("to", to), requestId);
    return trail.page(filter, Limit.of(limit), cursor);
  }

  @GET
  @Path("/verify")
  public ChainReport verify(@QueryParam("anchor") String anchor) {
    return anchor == null ? verification.verify() : verification.verify(ChainLink.parse(anchor));
  }
}
