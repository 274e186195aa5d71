package org.orderly.web.integration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.notification.webhook.DeliveryDetail;
import org.orderly.notification.webhook.DeliveryView;
import org.orderly.notification.webhook.WebhookDeliveries;
import org.orderly.web.request.Roles;

/** What was sent to a webhook and what became of it, for admins. */
@Path("/admin/webhooks/{id}/deliveries")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {

  private final WebhookDeliveries deliveries;

  @Inject
  WebhookDeliveriesResource(WebhookDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  public Page<DeliveryView> page(
      @PathParam("id") UUID id,
      @QueryParam("status") String status,
      @QueryParam("type") String type,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return deliveries.of(id, status, type, Limit.of(limit), cursor);
  }

  @GET
  @Path("/{deliveryId}")
  public DeliveryDetail one(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
    return deliveries.one(id, deliveryId);
  }

  @POST
  @Path("/{deliveryId}/replay")
  public Response replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
    return Response.accepted(deliveries.replay(id, deliveryId)).build();
  }
}
