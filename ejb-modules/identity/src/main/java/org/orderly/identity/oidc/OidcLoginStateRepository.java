package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/**
 * What sign-ins under way have left in the database: for the way to the provider and back, and then
 * for the page that comes for the tokens. Each is used once, and by one browser; the secrets in it
 * that clients hold are kept as hashes.
 */
@ApplicationScoped
class OidcLoginStateRepository {

  static final Duration WAY_AND_BACK = Duration.ofMinutes(10);
  private static final Duration PICK_UP = Duration.ofMinutes(5);

  private static final String GOOD_CODE = "code_hash = ? and browser_hash = ? and expires_at > ?";

  private final Clock clock;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  @Inject
  OidcLoginStateRepository(Clock clock) {
    this.clock = clock;
  }

  @Transactional
  void add(OidcLoginState oidcLoginState) {
    em.createNativeQuery(
            "insert into oidc_attempt (state_hash, browser_hash, provider, nonce, code_verifier,"
                + " return_to, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, oidcLoginState.state().hash())
        .setParameter(2, oidcLoginState.browser().hash())
        .setParameter(3, oidcLoginState.provider())
        .setParameter(4, oidcLoginState.nonce())
        .setParameter(5, oidcLoginState.codeVerifier())
        .setParameter(6, Objects.requireNonNullElse(oidcLoginState.returnTo(), ""))
        .setParameter(7, clock.instant().plus(WAY_AND_BACK))
        .executeUpdate();
  }

  /** Takes the sign-in that an answer belongs to; a second time there is none. */
  @Transactional
  Optional<OidcLoginState> take(String provider, OpaqueToken state, OpaqueToken browser) {
    List<?> rows =
        em.createNativeQuery(
                "delete from oidc_attempt where state_hash = ? and browser_hash = ?"
                    + " and provider = ? and expires_at > ?"
                    + " returning nonce, code_verifier, return_to")
            .setParameter(1, state.hash())
            .setParameter(2, browser.hash())
            .setParameter(3, provider)
            .setParameter(4, clock.instant())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> attempt(provider, state, browser, row))
        .findFirst();
  }

  private static OidcLoginState attempt(
      String provider, OpaqueToken state, OpaqueToken browser, Object[] row) {
    String returnTo = (String) row[2];
    return new OidcLoginState(
        provider,
        state,
        browser,
        (String) row[0],
        (String) row[1],
        returnTo.isEmpty() ? null : returnTo);
  }

  /** Lets this browser sign in as a user, once. */
  @Transactional
  OpaqueToken issueCode(UserId user, OpaqueToken browser) {
    OpaqueToken code = OpaqueToken.generate();
    em.createNativeQuery(
            "insert into oidc_code (code_hash, browser_hash, user_id, expires_at)"
                + " values (?, ?, ?, ?)")
        .setParameter(1, code.hash())
        .setParameter(2, browser.hash())
        .setParameter(3, user.value())
        .setParameter(4, clock.instant().plus(PICK_UP))
        .executeUpdate();
    return code;
  }

  /** Whose code it is; it stays good. */
  Optional<UserId> owner(OpaqueToken code, OpaqueToken browser) {
    return ask("select user_id from oidc_code where " + GOOD_CODE, code, browser);
  }

  /** Uses a code up; of two at once one gets it. */
  @Transactional
  Optional<UserId> useCode(OpaqueToken code, OpaqueToken browser) {
    return ask("delete from oidc_code where " + GOOD_CODE + " returning user_id", code, browser);
  }

  private Optional<UserId> ask(String sql, OpaqueToken code, OpaqueToken browser) {
    List<?> rows =
        em.createNativeQuery(sql, UUID.class)
            .setParameter(1, code.hash())
            .setParameter(2, browser.hash())
            .setParameter(3, clock.instant())
            .getResultList();
    return rows.stream().map(id -> new UserId((UUID) id)).findFirst();
  }
}
