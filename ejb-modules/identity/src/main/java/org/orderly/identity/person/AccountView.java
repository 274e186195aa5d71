package org.orderly.identity.person;

import java.time.Instant;
import java.util.Set;
import org.orderly.kernel.UserId;

/**
 * An account as admins see it.
 *
 * @param status {@code active}, or {@code erased} if only a pseudonym is left
 * @param invoicePermission whether they may pay by invoice: {@code default} (as the shop's rule
 *     says), {@code allowed} or {@code refused}
 */
public record AccountView(
    UserId id,
    String email,
    String name,
    Set<String> roles,
    boolean emailVerified,
    String status,
    String invoicePermission,
    Instant createdAt) {}
