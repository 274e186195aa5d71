package org.orderly.web.inventory;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.orderly.inventory.location.StockLocationView;
import org.orderly.inventory.location.StockLocations;
import org.orderly.web.request.Roles;

/** The locations at which the shop keeps stock. */
@Path("/inventory/locations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StockLocationsResource {

  record NewLocation(
      @NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 100) String name) {}

  record LocationName(@NotBlank @Size(max = 100) String name) {}

  record LocationList(List<StockLocationView> items) {}

  private final StockLocations locations;

  @Inject
  StockLocationsResource(StockLocations locations) {
    this.locations = locations;
  }

  @GET
  @PermitAll
  public LocationList all() {
    return new LocationList(locations.all());
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  public Response open(@NotNull @Valid NewLocation body, @Context UriInfo uri) {
    StockLocationView opened = locations.open(body.code(), body.name());
    return Response.created(uri.getAbsolutePathBuilder().path(opened.code()).build())
        .entity(opened)
        .build();
  }

  @GET
  @Path("/{code}")
  @PermitAll
  public StockLocationView get(@PathParam("code") String code) {
    return locations.get(code);
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Roles.ADMIN)
  public StockLocationView rename(
      @PathParam("code") String code, @NotNull @Valid LocationName body) {
    return locations.rename(code, body.name());
  }

  /** Closes an empty location for good. */
  @DELETE
  @Path("/{code}")
  @RolesAllowed(Roles.ADMIN)
  public void close(@PathParam("code") String code) {
    locations.close(code);
  }
}
