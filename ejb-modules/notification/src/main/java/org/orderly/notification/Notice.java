package org.orderly.notification;

import java.util.UUID;
import org.orderly.identity.Contact;

/**
 * One thing to tell one person.
 *
 * @param eventId the event that it is told for; together with the recipient it is unique
 * @param type the kind of notice in kebab case, such as {@code order-placed}
 */
public record Notice(UUID eventId, Contact recipient, String type, Letter letter) {}
