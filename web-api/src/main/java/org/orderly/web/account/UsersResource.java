package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.orderly.identity.Accounts;
import org.orderly.identity.RoleAssignment;
import org.orderly.identity.Users;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** People, for themselves and for admins. */
@Path("/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

  private final Users users;
  private final Accounts accounts;
  private final RoleAssignment roleAssignment;
  private final Caller caller;

  @Inject
  UsersResource(Users users, Accounts accounts, RoleAssignment roleAssignment, Caller caller) {
    this.users = users;
    this.accounts = accounts;
    this.roleAssignment = roleAssignment;
    this.caller = caller;
  }

  public record RolesRequest(@NotEmpty @Size(max = 10) List<@NotNull String> roles) {}

  /** To anybody but admins, other people do not exist. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
  public UserProfile one(@PathParam("id") UserId id) {
    if (!caller.isAdmin() && !id.equals(caller.id())) {
      throw new NotFoundException();
    }
    return users.profile(id);
  }

  /** All accounts as under {@code /admin/users}, or the one with exactly this address. */
  @GET
  @RolesAllowed(Roles.ADMIN)
  public Page<AccountView> all(
      @QueryParam("email") String email,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    if (email == null) {
      return accounts.page(null, Limit.of(limit), cursor);
    }
    EmailAddress exact = EmailAddress.of(email);
    return new Page<>(
        users.withEmail(exact.value()).map(user -> accounts.one(user.id())).stream().toList(),
        null);
  }

  @PUT
  @Path("/{id}/roles")
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  public UserProfile assignRoles(@PathParam("id") UserId id, @NotNull @Valid RolesRequest request) {
    return roleAssignment.assign(id, request.roles);
  }
}
