package org.orderly.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.identity.session.Sessions;
import org.orderly.identity.session.SignIn;
import org.orderly.identity.session.Tokens;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.InvalidValue;

/**
 * The way of a sign-in: to the provider, back from there with a code of the provider's, and to the
 * tokens with a code of ours.
 */
@ApplicationScoped
public class OidcSignIn {

  /** A path of this site: a second slash or a backslash at its begin would lead elsewhere. */
  private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,499}");

  private final IdentityProviders identityProviders;
  private final ProviderMetadataCache memory;
  private final OidcEndpoints calls;
  private final IdTokens idTokens;
  private final OidcLoginStateRepository oidcLoginStateRepository;
  private final FederatedAccounts federatedAccounts;
  private final Users users;
  private final SignIn signIn;
  private final Sessions sessions;
  private final String shop;

  @Inject
  OidcSignIn(
      IdentityProviders identityProviders,
      ProviderMetadataCache memory,
      OidcEndpoints calls,
      IdTokens idTokens,
      OidcLoginStateRepository oidcLoginStateRepository,
      FederatedAccounts federatedAccounts,
      Users users,
      SignIn signIn,
      Sessions sessions,
      @ConfigProperty(name = "orderly.public.url", defaultValue = "http://127.0.0.1:8080")
          String shop) {
    this.identityProviders = identityProviders;
    this.memory = memory;
    this.calls = calls;
    this.idTokens = idTokens;
    this.oidcLoginStateRepository = oidcLoginStateRepository;
    this.federatedAccounts = federatedAccounts;
    this.users = users;
    this.signIn = signIn;
    this.sessions = sessions;
    this.shop = shop;
  }

  /** The names of the providers, in alphabetical order. */
  public Set<String> providers() {
    return identityProviders.names();
  }

  /**
   * The begin of a sign-in.
   *
   * @param provider where the browser goes
   * @param browser what it must show when it returns
   */
  public record Departure(URI provider, String browser) {}

  /**
   * The end of it.
   *
   * @param code gets the tokens once, for the same browser
   * @param returnTo a path of this site; {@code null} for none
   */
  public record Arrival(String code, @Nullable String returnTo) {}

  /**
   * Begins a sign-in, which waits ten minutes for its end.
   *
   * @param returnTo where the person was, a path of this site; {@code null} for nowhere
   * @throws InvalidValue if it is no such path
   * @throws org.orderly.kernel.DomainException if there is no such provider, or it does not answer
   */
  public Departure begin(String name, @Nullable String returnTo) {
    if (returnTo != null && !PATH.matcher(returnTo).matches()) {
      throw new InvalidValue("returnTo", "must be a path of this site");
    }
    IdentityProvider provider = identityProviders.named(name);
    ProviderMetadata metadata = memory.metadata(provider);
    OidcLoginState oidcLoginState = OidcLoginState.begin(name, returnTo);
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(OIDCScopeValue.OPENID, OIDCScopeValue.EMAIL, OIDCScopeValue.PROFILE),
                new ClientID(provider.clientId()),
                callback(name))
            .endpointURI(metadata.authorization())
            .state(new State(oidcLoginState.state().text()))
            .nonce(new Nonce(oidcLoginState.nonce()))
            .codeChallenge(
                new CodeVerifier(oidcLoginState.codeVerifier()), CodeChallengeMethod.S256)
            .build();
    oidcLoginStateRepository.add(oidcLoginState);
    return new Departure(request.toURI(), oidcLoginState.browser().text());
  }

  /**
   * Takes the provider's answer. Whatever comes of it, it is taken once; asking the provider is no
   * part of a transaction.
   *
   * @param state as the provider returns it
   * @param browser as the browser shows it; {@code null} if it shows nothing
   * @param issuer who says that it answers (RFC 9207); {@code null} if nobody does
   * @param code the provider's code; {@code null} if it refuses
   * @throws OidcSignInRefused if that lets nobody in; nothing has changed but that
   * @throws org.orderly.kernel.DomainException if the provider does not answer
   */
  public Arrival finish(
      String name,
      @Nullable String state,
      @Nullable String browser,
      @Nullable String issuer,
      @Nullable String code) {
    IdentityProvider provider = identityProviders.named(name);
    if (state == null || browser == null) {
      throw OidcSignInRefused.unknownState();
    }
    OidcLoginState oidcLoginState =
        oidcLoginStateRepository
            .take(name, new OpaqueToken(state), new OpaqueToken(browser))
            .orElseThrow(OidcSignInRefused::unknownState);
    if (code == null || issuer != null && !issuer.equals(provider.issuer())) {
      throw OidcSignInRefused.byProvider();
    }
    OidcUserInfo oidcUserInfo = person(provider, oidcLoginState, code);
    OpaqueToken ours =
        oidcLoginStateRepository.issueCode(
            federatedAccounts.of(provider, oidcUserInfo), oidcLoginState.browser());
    return new Arrival(ours.text(), oidcLoginState.returnTo());
  }

  private OidcUserInfo person(
      IdentityProvider provider, OidcLoginState oidcLoginState, String code) {
    ProviderMetadata metadata = memory.metadata(provider);
    OIDCTokens tokens =
        calls.exchange(
            provider, metadata, code, oidcLoginState.codeVerifier(), callback(provider.name()));
    JWTClaimsSet claims = idTokens.verified(provider, tokens.getIDToken(), oidcLoginState.nonce());
    boolean tellsEmail = claims.getClaim("email") != null;
    if (tellsEmail || metadata.userInfo().isEmpty()) {
      return OidcUserInfo.of(claims);
    }
    // a provider may keep it for its own address (OpenID Connect Core 1.0, 5.4)
    URI address = metadata.userInfo().get();
    UserInfo told = calls.userInfo(provider, address, tokens.getAccessToken());
    if (!told.getSubject().getValue().equals(claims.getSubject())) {
      throw OidcSignInRefused.badToken("it is about somebody else");
    }
    return OidcUserInfo.of(
        claims.getIssuer(),
        claims.getSubject(),
        told.getClaim("email"),
        told.getClaim("email_verified"),
        told.getClaim("name"));
  }

  /**
   * Opens a session for a code of ours.
   *
   * @param totp a code of the second factor, if the account has one; {@code null} for none
   * @throws OidcSignInRefused if the code is not good, or not this browser's
   * @throws org.orderly.kernel.DomainException if the second factor is missing or wrong; the code
   *     stays good
   */
  public Tokens open(String code, String browser, String totp) {
    if (browser == null) {
      throw OidcSignInRefused.unknownCode();
    }
    OpaqueToken ours = new OpaqueToken(code);
    OpaqueToken shown = new OpaqueToken(browser);
    UserProfile user =
        oidcLoginStateRepository
            .owner(ours, shown)
            .flatMap(users::find)
            .orElseThrow(OidcSignInRefused::unknownCode);
    signIn.confirm(user, totp);
    return sessions.open(
        oidcLoginStateRepository.useCode(ours, shown).orElseThrow(OidcSignInRefused::unknownCode));
  }

  private URI callback(String provider) {
    return URI.create(shop + "/api/v1/auth/oidc/" + provider + "/callback");
  }
}
