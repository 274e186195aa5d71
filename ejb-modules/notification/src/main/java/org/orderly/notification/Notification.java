package org.orderly.notification;

import java.util.UUID;
import org.orderly.identity.person.Contact;

/**
 * A notification for one recipient.
 *
 * @param eventId the event that it is told for; together with the recipient it is unique
 * @param type the kind of notice in kebab case, such as {@code order-placed}
 * @param secret whether the letter opens something for whoever reads it: then it goes to the mail
 *     address alone and is kept no longer than that takes
 */
public record Notification(
    UUID eventId, Contact recipient, String type, MessageContent letter, boolean secret) {

  /** One that the recipient may keep. */
  public Notification(UUID eventId, Contact recipient, String type, MessageContent letter) {
    this(eventId, recipient, type, letter, false);
  }
}
