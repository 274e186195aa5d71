package org.orderly.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;

class NotificationsTest {

  private final Contact ada = new Contact(UserId.newId(), "ada@example.org", "Ada", true);
  private final Contact eve = new Contact(UserId.newId(), "eve@example.org", "Eve", true);
  private final FakeInboxes inboxes = new FakeInboxes();
  private final Notifications notifications = new Notifications(inboxes);

  /** Inboxes in memory, in the order that the database keeps. */
  private static final class FakeInboxes extends InboxRepository {
    private record Kept(UserId user, InboxEntry entry) {}

    private final List<Kept> kept = new ArrayList<>();

    void put(Contact who, InboxEntry entry) {
      kept.add(new Kept(who.id(), entry));
    }

    @Override
    List<InboxEntry> newest(UserId user, UUID before, int atMost) {
      return kept.stream()
          .filter(one -> one.user.equals(user))
          .map(Kept::entry)
          .filter(one -> before == null || text(one).compareTo(before.toString()) < 0)
          .sorted(Comparator.comparing(FakeInboxes::text).reversed())
          .limit(atMost)
          .toList();
    }

    private static String text(InboxEntry entry) {
      return entry.message().id().toString();
    }
  }

  @Test
  void pagesThroughAnInboxWithoutGapsOrRepetitions() {
    fill(ada, 7);
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      Page<InboxMessage> page = notifications.inbox(ada.id(), new Limit(3), cursor);
      page.items().forEach(message -> seen.add(message.id()));
      cursor = page.nextCursor();
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(seen.stream().map(UUID::toString)).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void endsOnAPageThatIsJustFull() {
    fill(ada, 3);
    assertThat(notifications.inbox(ada.id(), new Limit(3), null).nextCursor()).isNull();
  }

  @Test
  void showsNobodyElsesMessages() {
    fill(ada, 2);
    fill(eve, 1);
    assertThat(notifications.inbox(eve.id(), new Limit(10), null).items()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "bm90IGFuIGlk", "%"})
  void refusesCursorsThatItDidNotGive(String cursor) {
    assertThatThrownBy(() -> notifications.inbox(ada.id(), new Limit(3), cursor))
        .isInstanceOf(InvalidValue.class);
  }

  private void fill(Contact who, int messages) {
    for (int i = 0; i < messages; i++) {
      inboxes.put(who, InboxEntries.of(who, i));
    }
  }
}
