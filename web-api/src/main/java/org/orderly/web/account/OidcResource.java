package org.orderly.web.account;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.oidc.OidcSignIn;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Page;
import org.orderly.web.request.IgnoresUnknownParameters;

/** Signing in by an identity provider (OpenID Connect): the way there, back, and to the tokens. */
@Path("/auth/oidc")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OidcResource {

  private static final String BROWSER = "orderly_oidc";
  private static final String PLACE = "/api/v1/auth/oidc";
  private static final int SIGN_IN_SECONDS = 900;

  private final OidcSignIn signIn;
  private final String shop;

  @Inject
  OidcResource(
      OidcSignIn signIn,
      @ConfigProperty(name = "orderly.public.url", defaultValue = "http://127.0.0.1:8080")
          String shop) {
    this.signIn = signIn;
    this.shop = shop;
  }

  /** A way in. */
  record ProviderView(String name, String loginUrl) {}

  record CodeRequest(@NotNull @Size(max = 200) String code, @Size(max = 64) String totp) {}

  @GET
  public Page<ProviderView> providers() {
    List<ProviderView> ways =
        signIn.providers().stream()
            .map(name -> new ProviderView(name, PLACE + "/" + name + "/login"))
            .toList();
    return new Page<>(ways, null);
  }

  /** The browser keeps a secret meanwhile, so that nobody can have it end another's sign-in. */
  @GET
  @Path("/{provider}/login")
  public Response login(
      @PathParam("provider") String provider, @QueryParam("returnTo") String returnTo) {
    OidcSignIn.Departure departure = signIn.begin(provider, returnTo);
    return found(departure.provider()).cookie(browser(departure.browser())).build();
  }

  /** People come here, not programs: whatever is wrong, the page says it. */
  @GET
  @Path("/{provider}/callback")
  @IgnoresUnknownParameters
  public Response callback(
      @PathParam("provider") String provider,
      @QueryParam("state") String state,
      @QueryParam("code") String code,
      @QueryParam("iss") String issuer,
      @Context HttpHeaders headers) {
    try {
      OidcSignIn.Arrival arrival = signIn.finish(provider, state, browser(headers), issuer, code);
      String query = arrival.returnTo() == null ? "" : "?returnTo=" + escaped(arrival.returnTo());
      return found(URI.create(shop + "/account/" + query + "#oidc=" + arrival.code())).build();
    } catch (DomainException e) {
      return found(URI.create(shop + "/account/#oidc-error=" + e.code())).build();
    }
  }

  /** The answer holds secrets, so nobody on the way may keep it. */
  @POST
  @Path("/session")
  public Response session(@NotNull @Valid CodeRequest request, @Context HttpHeaders headers) {
    return Response.ok(signIn.open(request.code, browser(headers), request.totp))
        .cacheControl(keepNothing())
        .build();
  }

  private static Response.ResponseBuilder found(URI place) {
    return Response.status(Response.Status.FOUND).location(place).cacheControl(keepNothing());
  }

  private NewCookie browser(String secret) {
    return new NewCookie.Builder(BROWSER)
        .value(secret)
        .path(PLACE)
        .maxAge(SIGN_IN_SECONDS)
        .httpOnly(true)
        .secure(shop.startsWith("https:"))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private static String browser(HttpHeaders headers) {
    Cookie cookie = headers.getCookies().get(BROWSER);
    return cookie == null ? null : cookie.getValue();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static CacheControl keepNothing() {
    CacheControl nothing = new CacheControl();
    nothing.setNoStore(true);
    return nothing;
  }
}
