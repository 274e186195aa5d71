package org.orderly.identity.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What providers say about themselves, kept for an hour; one entry for each that is configured. */
@ApplicationScoped
class ProviderMetadataCache {

  private static final Duration GOOD_FOR = Duration.ofHours(1);

  /** A token with a key that nobody knows must not make us ask each time. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

  private final OidcEndpoints calls;
  private final Clock clock;
  private final Map<String, Kept<ProviderMetadata>> metadata = new ConcurrentHashMap<>();
  private final Map<String, Kept<JWKSet>> keys = new ConcurrentHashMap<>();

  @Inject
  ProviderMetadataCache(OidcEndpoints calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  private record Kept<T>(T value, Instant since) {

    boolean isYoungerThan(Duration age, Clock clock) {
      return since.plus(age).isAfter(clock.instant());
    }
  }

  /**
   * @throws IdentityProviderUnavailable if it is not known, and the provider does not tell
   */
  ProviderMetadata metadata(IdentityProvider identityProvider) {
    Kept<ProviderMetadata> kept = metadata.get(identityProvider.name());
    if (kept == null || !kept.isYoungerThan(GOOD_FOR, clock)) {
      kept = new Kept<>(calls.metadata(identityProvider), clock.instant());
      metadata.put(identityProvider.name(), kept);
    }
    return kept.value();
  }

  /**
   * The keys of a provider; asked for again if the wanted one is not among them.
   *
   * @param keyId as the token names it; {@code null} if it names none
   * @throws IdentityProviderUnavailable if they are not known, and the provider does not tell
   */
  JWKSet keys(IdentityProvider identityProvider, @Nullable String keyId) {
    Kept<JWKSet> kept = keys.get(identityProvider.name());
    if (kept == null || !isGood(kept, keyId)) {
      kept =
          new Kept<>(
              calls.keys(identityProvider, metadata(identityProvider).keys()), clock.instant());
      keys.put(identityProvider.name(), kept);
    }
    return kept.value();
  }

  /** Keys without the wanted one are good for a moment: a token may name any. */
  private boolean isGood(Kept<JWKSet> kept, @Nullable String keyId) {
    boolean hasKey = keyId == null || kept.value().getKeyByKeyId(keyId) != null;
    return kept.isYoungerThan(GOOD_FOR, clock) && (hasKey || kept.isYoungerThan(ASK_AGAIN, clock));
  }
}
