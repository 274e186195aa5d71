package org.orderly.web.account;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.identity.EmailChange;
import org.orderly.identity.EmailVerification;
import org.orderly.identity.PasswordReset;
import org.orderly.identity.link.LinkRequests;

/** What is done by links in mails: asking for them, and using them. */
@Path("/auth")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MailedLinksResource {

  private static final int LONGEST_TOKEN = 200;

  private final LinkRequests requests;
  private final EmailVerification verification;
  private final PasswordReset reset;
  private final EmailChange emailChange;

  @Inject
  MailedLinksResource(
      LinkRequests requests,
      EmailVerification verification,
      PasswordReset reset,
      EmailChange emailChange) {
    this.requests = requests;
    this.verification = verification;
    this.reset = reset;
    this.emailChange = emailChange;
  }

  /** An address that may be nobody's. */
  public record AddressRequest(@NotBlank @Size(max = 254) String email) {}

  /**
   * @param token from the link, behind the equals sign
   */
  public record TokenRequest(@NotBlank @Size(max = LONGEST_TOKEN) String token) {}

  public record ResetRequest(
      @NotBlank @Size(max = LONGEST_TOKEN) String token, @NotNull String password) {}

  @POST
  @Path("/verify-email")
  public void verifyEmail(@NotNull @Valid TokenRequest request) {
    verification.verify(request.token);
  }

  /** The answer is the same whether or not anybody has the address. */
  @POST
  @Path("/verify-email/resend")
  public Response resendVerification(@NotNull @Valid AddressRequest request) {
    requests.verification(request.email);
    return Response.accepted().build();
  }

  /** The answer is the same whether or not anybody has the address. */
  @POST
  @Path("/password-reset")
  public Response requestPasswordReset(@NotNull @Valid AddressRequest request) {
    requests.passwordReset(request.email);
    return Response.accepted().build();
  }

  @POST
  @Path("/password-reset/confirm")
  public void resetPassword(@NotNull @Valid ResetRequest request) {
    reset.confirm(request.token, request.password);
  }

  /** Both owners, of the old address and of the new one, agree by this. */
  @POST
  @Path("/confirm-email")
  public EmailChange.Progress confirmEmail(@NotNull @Valid TokenRequest request) {
    return emailChange.confirm(request.token);
  }
}
