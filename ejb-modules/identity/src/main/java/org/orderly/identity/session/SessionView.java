package org.orderly.identity.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its user sees it.
 *
 * @param device what the client said it is
 * @param address where it was used last from
 * @param lastUsedAt when tokens were given last, which a client in use asks for every 15 minutes
 * @param current whether it is the one that asks
 */
public record SessionView(
    UUID id,
    String device,
    String address,
    Instant openedAt,
    Instant lastUsedAt,
    Instant expiresAt,
    boolean current) {}
