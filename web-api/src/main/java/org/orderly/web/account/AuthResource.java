package org.orderly.web.account;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.orderly.identity.Registration;
import org.orderly.identity.person.NewUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.identity.session.Sessions;
import org.orderly.identity.session.SignIn;
import org.orderly.identity.session.Tokens;
import org.orderly.web.problem.HttpStatusProblem;
import org.orderly.web.request.Caller;

/** Becoming a customer and signing in. */
@Path("/auth")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

  private final Registration registration;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Caller caller;

  @Inject
  AuthResource(Registration registration, SignIn signIn, Sessions sessions, Caller caller) {
    this.registration = registration;
    this.signIn = signIn;
    this.sessions = sessions;
    this.caller = caller;
  }

  /**
   * Checked by the registration, which tells all faults at once.
   *
   * @param password of any characters; the shop's policy says how many
   * @param acceptPrivacy if it is not given, who accepts the terms accepts the privacy notice too
   */
  public record RegisterRequest(
      String email,
      String password,
      String name,
      Boolean acceptTerms,
      Boolean acceptPrivacy,
      Boolean marketingConsent) {

    private NewUser typed() {
      boolean marketing = Boolean.TRUE.equals(marketingConsent);
      boolean terms = Boolean.TRUE.equals(acceptTerms);
      return new NewUser(email, password, name, terms, acceptPrivacy, marketing);
    }
  }

  /**
   * @param totp a code of the second factor, or a recovery code
   */
  public record LoginRequest(
      @NotNull String email, @NotNull String password, @Size(max = 32) String totp) {}

  public record RefreshRequest(@NotBlank @Size(max = 128) String refreshToken) {}

  @POST
  @Path("/register")
  public Response register(@NotNull @Valid RegisterRequest request, @Context UriInfo uri) {
    UserProfile user = registration.register(request.typed());
    return Response.created(uri.getBaseUriBuilder().path("users/{id}").build(user.id()))
        .entity(user)
        .build();
  }

  @POST
  @Path("/login")
  public Response login(@NotNull @Valid LoginRequest request) {
    return secret(signIn.login(request.email, request.password, request.totp));
  }

  @POST
  @Path("/refresh")
  public Response refresh(@NotNull @Valid RefreshRequest request) {
    return secret(sessions.refresh(request.refreshToken));
  }

  /** With either token: who comes late has only the refresh token left. */
  @POST
  @Path("/logout")
  public void logout(@RequestBody(required = false) @Valid RefreshRequest request) {
    if (request != null) {
      sessions.endBy(request.refreshToken);
    } else {
      sessions.signOut(
          caller
              .session()
              .orElseThrow(
                  () -> new NotAuthorizedException(HttpStatusProblem.of(401).toResponse())));
    }
  }

  /** The answer holds secrets, so nobody on the way may keep it (RFC 6749, 5.1). */
  private static Response secret(Tokens tokens) {
    CacheControl keepNothing = new CacheControl();
    keepNothing.setNoStore(true);
    return Response.ok(tokens).cacheControl(keepNothing).build();
  }
}
