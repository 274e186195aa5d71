package org.orderly.web.integration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.orderly.identity.apiclient.ApiClientView;
import org.orderly.identity.apiclient.ApiClients;
import org.orderly.identity.apiclient.NewApiClient;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.web.request.Roles;

/** The programs that may work for the shop. */
@Path("/admin/clients")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiClientsResource {

  private static final int LONGEST_DAYS = 3650;

  private final ApiClients apiClients;

  @Inject
  ApiClientsResource(ApiClients apiClients) {
    this.apiClients = apiClients;
  }

  /**
   * @param expiresInDays how long the secret is good; {@code null} for ever
   */
  record ApiClientRequest(
      @NotBlank @Size(max = 100) String name,
      @NotEmpty @Size(max = 20) List<@NotNull String> scopes,
      @Min(1) @Max(LONGEST_DAYS) Integer expiresInDays) {}

  /** The answer holds the secret, which nobody on the way may keep. */
  @POST
  public Response create(@NotNull @Valid ApiClientRequest request) {
    Integer days = request.expiresInDays;
    NewApiClient made =
        apiClients.create(
            request.name, request.scopes, days == null ? null : Duration.ofDays(days));
    CacheControl keepNothing = new CacheControl();
    keepNothing.setNoStore(true);
    return Response.created(URI.create("/api/v1/admin/clients/" + made.clientId()))
        .entity(made)
        .cacheControl(keepNothing)
        .build();
  }

  @GET
  public Page<ApiClientView> list(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return apiClients.list(Limit.of(limit), cursor);
  }

  @GET
  @Path("/{id}")
  public ApiClientView one(@PathParam("id") UUID id) {
    return apiClients.one(id);
  }

  @DELETE
  @Path("/{id}")
  public void revoke(@PathParam("id") UUID id) {
    apiClients.revoke(id);
  }
}
