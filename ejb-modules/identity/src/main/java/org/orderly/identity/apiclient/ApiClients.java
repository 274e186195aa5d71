package org.orderly.identity.apiclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.session.RevokedSessions;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.request.RequestContext;

/**
 * Makes and revokes API clients. Whether the caller may do so is checked at the edge: admins only.
 */
@ApplicationScoped
public class ApiClients {

  static final int MOST = 1000;

  private final ApiClientRepository apiClients;
  private final RevokedSessions revokedSessions;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  ApiClients(
      ApiClientRepository apiClients,
      RevokedSessions revokedSessions,
      AuditLog audit,
      Clock clock) {
    this.apiClients = apiClients;
    this.revokedSessions = revokedSessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes an API client, in one transaction. Not idempotent.
   *
   * @param scopes codes of what it may do
   * @param lifetime of its secret; {@code null} for one that does not expire
   * @throws InvalidValue for unknown scopes or none
   * @throws TooManyApiClients if {@value #MOST} are in use
   */
  @Transactional
  public NewApiClient create(String name, Collection<String> scopes, Duration lifetime) {
    Set<Scope> wanted = Scope.parse(scopes);
    apiClients.lockMaking();
    if (apiClients.inUse() >= MOST) {
      throw new TooManyApiClients(MOST);
    }
    OpaqueToken secret = OpaqueToken.generate();
    String maker = RequestContext.current().actor();
    ApiClient apiClient = new ApiClient(name.strip(), secret, wanted, maker, lifetime, clock);
    apiClients.add(apiClient);
    ApiClientView made = apiClient.view();
    audit.record("client.created", made.clientId().toString(), null, made);
    return new NewApiClient(
        made.clientId(),
        secret.text(),
        made.name(),
        made.scopes(),
        made.createdAt(),
        made.expiresAt());
  }

  /**
   * API clients, newest first, also those that were revoked.
   *
   * @param cursor where the page begins; {@code null} for the first
   * @throws InvalidValue if the cursor is not from such a list
   */
  public Page<ApiClientView> list(Limit limit, @Nullable String cursor) {
    List<ApiClientView> found =
        apiClients.before(position(cursor), limit.withLookahead()).stream()
            .map(ApiClient::view)
            .toList();
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<ApiClientView> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).clientId().toString()));
  }

  /**
   * @throws UnknownApiClient if there is none with this client id
   */
  public ApiClientView one(UUID id) {
    return apiClients.find(id).map(ApiClient::view).orElseThrow(() -> new UnknownApiClient(id));
  }

  private static @Nullable UUID position(@Nullable String cursor) {
    try {
      return cursor == null ? null : UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (InvalidValue e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  /**
   * Takes an API client's secret and its tokens out of use, at once and for good; idempotent, in
   * one transaction.
   *
   * @throws UnknownApiClient if there is none with this client id
   */
  @Transactional
  public void revoke(UUID id) {
    ApiClient apiClient = apiClients.locked(id).orElseThrow(() -> new UnknownApiClient(id));
    if (apiClient.revoke(clock)) {
      revokedSessions.deny(apiClient.sessionId());
      audit.record("client.revoked", id.toString(), Map.of("revoked", false), apiClient.view());
    }
  }
}
