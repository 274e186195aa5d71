package org.orderly.web.integration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orderly.identity.apiclient.ApiClientTokens;
import org.orderly.identity.apiclient.GrantRefused;
import org.orderly.identity.apiclient.GrantRefused.Reason;

/** Tokens for API clients: RFC 6749, 4.4, in the words of that document, errors included. */
@Path("/auth/token")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  private final ApiClientTokens tokens;

  @Inject
  TokenResource(ApiClientTokens tokens) {
    this.tokens = tokens;
  }

  /** What RFC 6749, 5.2 answers; a problem (RFC 9457) would be foreign to its clients. */
  record OAuthError(String error, @JsonProperty("error_description") String description) {}

  @POST
  public Response token(@Context HttpHeaders headers, MultivaluedMap<String, String> form) {
    try {
      requireGrantType(single(form, "grant_type"));
      ClientCredentials client =
          ClientCredentials.of(headers.getHeaderString(HttpHeaders.AUTHORIZATION), form);
      return Response.ok(tokens.grant(client.id(), client.secret(), single(form, "scope")))
          .cacheControl(keepNothing())
          .build();
    } catch (GrantRefused e) {
      return refusal(e);
    }
  }

  private static void requireGrantType(String grantType) {
    if (grantType == null) {
      throw new GrantRefused(Reason.INVALID_REQUEST, "grant_type is missing");
    }
    if (!grantType.equals("client_credentials")) {
      throw new GrantRefused(Reason.UNSUPPORTED_GRANT_TYPE, "grant_type is client_credentials");
    }
  }

  /** A parameter that is sent twice makes a request invalid (RFC 6749, 3.2). */
  static String single(MultivaluedMap<String, String> form, String name) {
    if (form.getOrDefault(name, List.of()).size() > 1) {
      throw new GrantRefused(Reason.INVALID_REQUEST, name + " is sent twice");
    }
    return form.getFirst(name);
  }

  private static Response refusal(GrantRefused e) {
    boolean unknown = e.reason() == Reason.INVALID_CLIENT;
    Response.ResponseBuilder response =
        Response.status(unknown ? Response.Status.UNAUTHORIZED : Response.Status.BAD_REQUEST)
            .entity(new OAuthError(e.code(), e.getMessage()))
            .cacheControl(keepNothing());
    if (unknown) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"orderly\"");
    }
    return response.build();
  }

  private static CacheControl keepNothing() {
    CacheControl nothing = new CacheControl();
    nothing.setNoStore(true);
    return nothing;
  }
}
