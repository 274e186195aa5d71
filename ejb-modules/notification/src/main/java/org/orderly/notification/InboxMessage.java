package org.orderly.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in a user's inbox.
 *
 * @param type the kind of notice in kebab case, such as {@code order-placed}
 */
public record InboxMessage(UUID id, String type, String subject, String body, Instant createdAt) {}
