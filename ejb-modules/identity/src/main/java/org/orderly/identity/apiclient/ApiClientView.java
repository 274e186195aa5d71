package org.orderly.identity.apiclient;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API client as admins see it.
 *
 * @param scopes in alphabetical order
 * @param expiresAt when its secret is no longer good; {@code null} for never
 * @param revokedAt {@code null} unless an admin has revoked it
 */
public record ApiClientView(
    UUID clientId,
    String name,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {}
