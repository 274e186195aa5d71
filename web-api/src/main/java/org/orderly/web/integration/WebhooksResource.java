package org.orderly.web.integration;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Page;
import org.orderly.notification.webhook.DeliveryView;
import org.orderly.notification.webhook.NewWebhook;
import org.orderly.notification.webhook.RotatedSecret;
import org.orderly.notification.webhook.WebhookView;
import org.orderly.notification.webhook.Webhooks;
import org.orderly.web.request.Roles;

/** Where programs of others are told what happened, for admins. */
@Path("/admin/webhooks")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

  private static final String PATH = "/api/v1/admin/webhooks/";

  private final Webhooks webhooks;

  @Inject
  WebhooksResource(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /**
   * @param events types of events; {@code "*"} stands for all, alone or in a list
   */
  record WebhookRequest(
      @NotBlank String url,
      @NotNull
          @Size(min = 1, max = 50)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<@NotNull String> events,
      @Size(max = 200) String description) {}

  /** What is {@code null} stays. */
  record WebhookChange(
      @Size(min = 1) String url,
      @Size(min = 1, max = 50) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<@NotNull String> events,
      @Size(max = 200) String description) {}

  /** The answer holds the secret, which nobody on the way may keep. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@NotNull @Valid WebhookRequest request) {
    NewWebhook made = webhooks.create(request.url, request.events, request.description);
    return Response.created(URI.create(PATH + made.id()))
        .entity(made)
        .cacheControl(keepNothing())
        .build();
  }

  @GET
  public Page<WebhookView> list() {
    return new Page<>(webhooks.list(), null);
  }

  @GET
  @Path("/{id}")
  public WebhookView one(@PathParam("id") UUID id) {
    return webhooks.one(id);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public WebhookView change(@PathParam("id") UUID id, @NotNull @Valid WebhookChange change) {
    return webhooks.change(id, change.url, change.events, change.description);
  }

  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") UUID id) {
    webhooks.remove(id);
  }

  @POST
  @Path("/{id}/pause")
  public WebhookView pause(@PathParam("id") UUID id) {
    return webhooks.pause(id);
  }

  @POST
  @Path("/{id}/resume")
  public WebhookView resume(@PathParam("id") UUID id) {
    return webhooks.resume(id);
  }

  /** The answer holds the secret, as that of {@link #create}. */
  @POST
  @Path("/{id}/rotate-secret")
  public Response rotate(@PathParam("id") UUID id) {
    RotatedSecret rotated = webhooks.rotate(id);
    return Response.ok(rotated).cacheControl(keepNothing()).build();
  }

  @POST
  @Path("/{id}/ping")
  public Response ping(@PathParam("id") UUID id) {
    DeliveryView delivery = webhooks.ping(id);
    return Response.accepted(delivery).build();
  }

  private static CacheControl keepNothing() {
    CacheControl control = new CacheControl();
    control.setNoStore(true);
    return control;
  }
}
