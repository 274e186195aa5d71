package org.orderly.identity.apiclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.apiclient.GrantRefused.Reason;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.token.AccessTokens;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UuidV7;

/** Gives API clients access tokens for their secrets: the client credentials grant. */
@ApplicationScoped
public class ApiClientTokens {

  private final ApiClientRepository apiClients;
  private final AccessTokens tokens;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  ApiClientTokens(
      ApiClientRepository apiClients, AccessTokens tokens, AuditLog audit, Clock clock) {
    this.apiClients = apiClients;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives a token, good for five minutes. An unknown client is answered like a wrong secret; that a
   * known one was refused is noted in the audit log, in the transaction of this call.
   *
   * @param scope the part of its scopes that the API client wants to use, separated by spaces;
   *     blank or {@code null} for all
   * @throws GrantRefused if the secret is not the client's or no longer good, or the scope is not
   *     the client's
   */
  @Transactional(dontRollbackOn = GrantRefused.class)
  public TokenGrant grant(String clientId, String clientSecret, @Nullable String scope) {
    OpaqueToken secret = new OpaqueToken(clientSecret);
    Optional<ApiClient> known = id(clientId).flatMap(apiClients::find);
    if (known.isEmpty() || !known.get().accepts(secret, clock)) {
      known.ifPresent(apiClient -> noteRefusal(apiClient, "secret"));
      throw new GrantRefused(Reason.INVALID_CLIENT, "client id and secret are not good");
    }
    ApiClient apiClient = known.get();
    Set<String> granted = apiClient.scopes();
    if (scope != null && !scope.isBlank()) {
      granted = new TreeSet<>(Arrays.asList(scope.strip().split(" +")));
      if (!apiClient.scopes().containsAll(granted)) {
        noteRefusal(apiClient, "scope");
        throw new GrantRefused(Reason.INVALID_SCOPE, "the client does not have this scope");
      }
    }
    return new TokenGrant(
        tokens.issueToApiClient(apiClient.id(), granted, apiClient.sessionId()),
        "Bearer",
        AccessTokens.API_CLIENT_LIFETIME.toSeconds(),
        String.join(" ", granted));
  }

  private void noteRefusal(ApiClient apiClient, String what) {
    audit.record("client.token-refused", apiClient.id().toString(), null, Map.of("wrong", what));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UuidV7.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
