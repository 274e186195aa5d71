package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.orderly.identity.Accounts;
import org.orderly.identity.InvoicePermissions;
import org.orderly.identity.UserImport;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.ImportedUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.web.request.Roles;

/** Everybody's accounts, for admins. */
@Path("/admin/users")
@ApplicationScoped
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminUsersResource {

  private final Accounts accounts;
  private final UserImport imports;
  private final PersonalExport export;
  private final AccountClosure closure;
  private final InvoicePermissions invoices;

  @Inject
  AdminUsersResource(
      Accounts accounts,
      UserImport imports,
      PersonalExport export,
      AccountClosure closure,
      InvoicePermissions invoices) {
    this.accounts = accounts;
    this.invoices = invoices;
    this.imports = imports;
    this.export = export;
    this.closure = closure;
  }

  /**
   * @param passwordHash bcrypt or argon2id, as another shop kept it
   * @param roles customer alone if they are not given
   */
  public record UserImportRequest(
      @NotBlank @Size(max = 254) String email,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 300) String passwordHash,
      @Size(max = 10) List<@NotNull String> roles,
      Boolean emailVerified) {

    private ImportedUser typed() {
      Set<String> codes = roles == null ? Set.of() : Set.copyOf(roles);
      boolean verified = Boolean.TRUE.equals(emailVerified);
      return new ImportedUser(email, name, passwordHash, codes, verified);
    }
  }

  @GET
  public Page<AccountView> all(
      @QueryParam("email") String email,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return accounts.page(email, Limit.of(limit), cursor);
  }

  @POST
  public Response importOne(@NotNull @Valid UserImportRequest request, @Context UriInfo uri) {
    UserProfile user = imports.open(request.typed());
    return Response.created(uri.getAbsolutePathBuilder().path(user.id().toString()).build())
        .entity(user)
        .build();
  }

  @GET
  @Path("/{id}")
  public AccountView one(@PathParam("id") UserId id) {
    return accounts.one(id);
  }

  /**
   * @param permission {@code default}, {@code allowed} or {@code refused}
   */
  public record InvoicePermissionRequest(@NotNull String permission) {}

  @PUT
  @Path("/{id}/invoice-permission")
  public AccountView permitInvoice(
      @PathParam("id") UserId id, @NotNull @Valid InvoicePermissionRequest request) {
    return invoices.set(id, request.permission);
  }

  @GET
  @Path("/{id}/export")
  public Response export(@PathParam("id") UserId id) {
    return PersonalFile.answer(export.of(id));
  }

  @DELETE
  @Path("/{id}")
  public void erase(
      @PathParam("id") UserId id,
      @QueryParam("forfeitBalance") @DefaultValue("false") boolean forfeit) {
    closure.ofSomebody(id, forfeit);
  }
}
