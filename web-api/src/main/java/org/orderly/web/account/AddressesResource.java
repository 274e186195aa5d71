package org.orderly.web.account;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.orderly.identity.personal.AddressBook;
import org.orderly.identity.personal.AddressDraft;
import org.orderly.identity.personal.AddressView;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** The caller's own address book. */
@Path("/users/me/addresses")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AddressesResource {

  private final AddressBook book;
  private final Caller caller;

  @Inject
  AddressesResource(AddressBook book, Caller caller) {
    this.book = book;
    this.caller = caller;
  }

  public record AddressEntry(
      String name,
      String street,
      String city,
      String state,
      String postalCode,
      String country,
      @JsonAlias("default") Boolean isDefault) {

    private AddressDraft draft() {
      boolean first = Boolean.TRUE.equals(isDefault);
      return AddressDraft.of(name, street, city, state, postalCode, country, first);
    }
  }

  @GET
  public Page<AddressView> all() {
    return new Page<>(book.of(caller.id()), null);
  }

  @POST
  public Response add(@NotNull @Valid AddressEntry entry, @Context UriInfo uri) {
    AddressView added = book.add(caller.id(), entry.draft());
    return Response.created(uri.getAbsolutePathBuilder().path(added.id().toString()).build())
        .entity(added)
        .build();
  }

  @PUT
  @Path("/{id}")
  public AddressView replace(@PathParam("id") String id, @NotNull @Valid AddressEntry entry) {
    return book.replace(caller.id(), id(id), entry.draft());
  }

  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    book.remove(caller.id(), id(id));
  }

  private static UUID id(String text) {
    try {
      return UuidV7.parse(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}
