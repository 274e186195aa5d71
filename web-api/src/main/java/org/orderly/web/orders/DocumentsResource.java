package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.orderly.documents.GeneratedFile;
import org.orderly.documents.Invoices;
import org.orderly.documents.PackingSlips;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UuidV7;
import org.orderly.web.request.Caller;
import org.orderly.web.request.OrderToken;
import org.orderly.web.request.Roles;

/** The papers of an order: its invoice for who pays, packing slips for who packs. */
@Path("/orders")
@ApplicationScoped
@Produces(DocumentsResource.PDF)
public class DocumentsResource {

  static final String PDF = "application/pdf";

  private final Invoices invoices;
  private final PackingSlips slips;
  private final Caller caller;

  @Inject
  DocumentsResource(Invoices invoices, PackingSlips slips, Caller caller) {
    this.invoices = invoices;
    this.slips = slips;
    this.caller = caller;
  }

  /**
   * Its first reading issues it.
   *
   * @param token read by the authentication
   */
  @GET
  @Path("/{id}/invoice")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.GUEST})
  public Response invoice(@PathParam("id") OrderId id, @QueryParam(OrderToken.QUERY) String token) {
    return file(invoices.of(caller.actor(), id));
  }

  /** Vendors see their own lines alone. */
  @GET
  @Path("/{id}/packing-slip")
  @RolesAllowed({Roles.VENDOR, Roles.ADMIN})
  public Response packingSlip(
      @PathParam("id") OrderId id, @QueryParam("shipment") String shipment) {
    return file(slips.of(id, shipment(shipment), caller.actor()));
  }

  private static UUID shipment(String text) {
    try {
      return text == null ? null : UuidV7.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("shipment", "is no id");
    }
  }

  private static Response file(GeneratedFile file) {
    return Response.ok(file.content(), PDF)
        .header("Content-Disposition", "inline; filename=\"" + file.name() + "\"")
        .build();
  }
}
