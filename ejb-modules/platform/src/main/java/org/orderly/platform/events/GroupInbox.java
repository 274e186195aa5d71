package org.orderly.platform.events;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.group.GroupFailed;
import org.orderly.platform.group.GroupLimits;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The inbox of a consumer that takes events in by groups: the events that its listeners have in
 * hand at a moment share a transaction.
 *
 * <p>An event that cannot be taken in fails alone, and is redelivered alone. A group in which an
 * event was taken in before is divided until that one stands alone, which is rare: a broker
 * delivers an event again only after a failure.
 *
 * @param <E> what is known of an event
 */
public final class GroupInbox<E> {

  private record Entry<E>(String subscription, UUID eventId, E event) {}

  private final Inbox inbox;
  private final BiConsumer<SqlBatch, List<E>> effect;
  private final GroupCommit<Entry<E>, Boolean> groups;

  /**
   * @param inbox of the database that holds the effect
   * @param effect adds the statements that are the effect of all these events
   */
  public GroupInbox(Inbox inbox, GroupLimits limits, BiConsumer<SqlBatch, List<E>> effect) {
    this.inbox = inbox;
    this.effect = effect;
    this.groups = new GroupCommit<>(limits, GroupCommit.Traits.independent(), this::take);
  }

  /**
   * Enters an event together with its effect, in one transaction with others; does nothing if the
   * event took effect before. Must be called without a transaction.
   *
   * @return whether this was the first time
   * @throws DatabaseUnavailable if the database refuses; the event must be redelivered
   * @throws org.orderly.platform.group.GroupWaitExpired if others take too long; likewise
   */
  public boolean takeIn(String subscription, UUID eventId, E event) {
    return groups.commit(new Entry<>(subscription, eventId, event));
  }

  private List<GroupResult<Boolean>> take(List<Entry<E>> group) {
    SqlBatch writes = new SqlBatch();
    Inbox.enter(
        writes,
        group.stream().map(Entry::subscription).toList(),
        group.stream().map(Entry::eventId).toList());
    try {
      effect.accept(writes, group.stream().map(Entry::event).toList());
      inbox.commit(writes);
    } catch (DatabaseUnavailable e) {
      if (DatabaseUnavailable.isOutage(e)) {
        throw new GroupFailed(e);
      }
      if (group.size() == 1 && Inbox.wasTakenInBefore(e)) {
        return List.of(GroupResult.of(false));
      }
      throw e;
    }
    return group.stream().map(entry -> GroupResult.of(true)).toList();
  }
}
