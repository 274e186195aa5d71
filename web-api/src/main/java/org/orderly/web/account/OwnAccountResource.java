package org.orderly.web.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.identity.EmailChange;
import org.orderly.identity.OwnPassword;
import org.orderly.identity.Profile;
import org.orderly.identity.TermsAcceptance;
import org.orderly.identity.Users;
import org.orderly.identity.consent.ConsentView;
import org.orderly.identity.consent.Consents;
import org.orderly.identity.person.ProfileEditedMeanwhile;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Page;
import org.orderly.web.problem.Problem;
import org.orderly.web.request.Caller;
import org.orderly.web.request.EntityTags;
import org.orderly.web.request.Roles;

/** What somebody who is signed in does about the own account. */
@Path("/users/me")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {

  private final Users users;
  private final Profile profile;
  private final EmailChange emailChange;
  private final OwnPassword password;
  private final Consents consents;
  private final TermsAcceptance terms;
  private final PersonalExport export;
  private final AccountClosure closure;
  private final Caller caller;

  @Inject
  OwnAccountResource(
      Users users,
      Profile profile,
      EmailChange emailChange,
      OwnPassword password,
      Consents consents,
      TermsAcceptance terms,
      PersonalExport export,
      AccountClosure closure,
      Caller caller) {
    this.users = users;
    this.profile = profile;
    this.emailChange = emailChange;
    this.password = password;
    this.consents = consents;
    this.terms = terms;
    this.export = export;
    this.closure = closure;
    this.caller = caller;
  }

  public record ProfileRequest(@NotBlank @Size(max = 100) String name) {}

  public record EmailRequest(@NotBlank @Size(max = 254) String email, @NotNull String password) {}

  public record PasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {}

  /**
   * @param forfeitBalance whether the balance may be lost; {@code null} if not
   */
  public record ErasureRequest(@NotNull String password, Boolean forfeitBalance) {}

  public record ConsentRequest(@NotNull Boolean granted) {}

  /** The tag is for {@code If-Match}: nobody on the way keeps this answer to ask about it. */
  @GET
  public Response me() {
    UserProfile user = users.profile(caller.id());
    return Response.ok(user).tag(EntityTags.of(user.version())).build();
  }

  /** With {@code If-Match} only that version. */
  @PATCH
  public Response change(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ProfileRequest request) {
    try {
      UserProfile user = profile.rename(caller.id(), request.name(), EntityTags.version(ifMatch));
      return Response.ok(user).tag(EntityTags.of(user.version())).build();
    } catch (ProfileEditedMeanwhile e) {
      throw new ClientErrorException(Problem.of(412, e.code(), e.getMessage()).toResponse(), e);
    }
  }

  /** The same: the name is all that one can change of a profile. */
  @PUT
  public Response replace(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ProfileRequest request) {
    return change(ifMatch, request);
  }

  @POST
  @Path("/email")
  public Response changeEmail(@NotNull @Valid EmailRequest request) {
    emailChange.request(caller.id(), request.email(), request.password());
    return Response.accepted().build();
  }

  /** The session that the request belongs to goes on; all others end. */
  @PUT
  @Path("/password")
  public void changePassword(@NotNull @Valid PasswordRequest request) {
    password.change(
        caller.id(), caller.session(), request.currentPassword(), request.newPassword());
  }

  /** Everything that is held about the caller, in all domains. */
  @GET
  @Path("/export")
  public Response export() {
    return PersonalFile.answer(export.of(caller.id()));
  }

  /** For good: nobody can sign in to the account any more, and personal data go everywhere. */
  @DELETE
  public void erase(@NotNull @Valid ErasureRequest request) {
    boolean forfeit = Boolean.TRUE.equals(request.forfeitBalance());
    closure.ofOneself(caller.id(), request.password(), forfeit);
  }

  @GET
  @Path("/consents")
  public Page<ConsentView> consents() {
    return new Page<>(consents.of(caller.id()), null);
  }

  /** Also for what is nobody's consent yet: who came by an identity provider was not asked. */
  @PUT
  @Path("/consents/terms")
  public Page<ConsentView> acceptTerms(@NotNull @Valid ConsentRequest request) {
    return new Page<>(terms.accept(caller.id(), request.granted()), null);
  }

  /** The terms and the privacy notice cannot be taken back but by leaving. */
  @PUT
  @Path("/consents/marketing")
  public Page<ConsentView> consentToMarketing(@NotNull @Valid ConsentRequest request) {
    return new Page<>(consents.toMarketing(caller.id(), request.granted()), null);
  }
}
