package org.orderly.web.orders;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.documents.Invoices;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.overview.HistoryEntry;
import org.orderly.ordering.overview.OrderHistoryQueries;

/** The course and the invoice of a guest's order, for whoever has its token. */
@Path("/guest/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestOrderDetailsResource {

  private final GuestOrders guests;
  private final OrderHistoryQueries history;
  private final Invoices invoices;

  @Inject
  GuestOrderDetailsResource(GuestOrders guests, OrderHistoryQueries history, Invoices invoices) {
    this.guests = guests;
    this.history = history;
    this.invoices = invoices;
  }

  @GET
  @Path("/{id}/history")
  public Page<HistoryEntry> history(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String token,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return history.page(guests.authenticate(id, token), id, Limit.of(limit), cursor);
  }

  /** The token comes in a header, or in the query for a link; the first reading issues it. */
  @GET
  @Path("/{id}/invoice")
  @Produces(DocumentsResource.PDF)
  public Response invoice(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String header,
      @QueryParam("token") String query) {
    return DocumentsResource.file(
        invoices.of(guests.authenticate(id, header == null ? query : header), id));
  }
}
