package org.orderly.web.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.payment.dispute.Dispute;
import org.orderly.payment.dispute.DisputeRepository;
import org.orderly.payment.dispute.DisputeStatus;
import org.orderly.web.request.Roles;

/** What buyers' banks took back: the admins' tasks while it is open. */
@Path("/admin/disputes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class DisputesResource {

  private final DisputeRepository disputeRepository;

  @Inject
  DisputesResource(DisputeRepository disputeRepository) {
    this.disputeRepository = disputeRepository;
  }

  @GET
  public Page<Dispute> page(
      @QueryParam("status") String status,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return disputeRepository.page(DisputeStatus.of(status), Limit.of(limit), cursor);
  }
}
