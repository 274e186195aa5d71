package org.orderly.notification;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.UUID;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UuidV7;

/** Inbox entries as the database would give them; only rows make entries. */
final class InboxEntries {

  private InboxEntries() {}

  static InboxEntry of(Contact owner, int number) {
    InboxEntry entry = new InboxEntry();
    set(entry, "id", UuidV7.next());
    set(entry, "eventId", UUID.randomUUID());
    set(entry, "userId", owner.id().value());
    set(entry, "type", "welcome");
    set(entry, "subject", "subject " + number);
    set(entry, "body", "body " + number);
    set(entry, "createdAt", Instant.now());
    return entry;
  }

  private static void set(InboxEntry entry, String column, Object value) {
    try {
      Field field = InboxEntry.class.getDeclaredField(column);
      field.setAccessible(true);
      field.set(entry, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
