package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** All accounts, for admins; also those of which only a pseudonym is left. */
@ApplicationScoped
public class Accounts {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final UserRepository users;

  @Inject
  Accounts(UserRepository users) {
    this.users = users;
  }

  /**
   * @throws UnknownUser if there never was such a user
   */
  public AccountView one(UserId id) {
    return users.any(id).map(User::account).orElseThrow(() -> new UnknownUser(id));
  }

  /**
   * An account that has not been erased.
   *
   * @throws UnknownUser if there is no such user (any more)
   */
  public AccountView living(UserId id) {
    return users.find(id).map(User::account).orElseThrow(() -> new UnknownUser(id));
  }

  /**
   * A page of accounts, newest first.
   *
   * @param email how the address begins; {@code null} for all
   * @param cursor where the page begins, from the page before; {@code null} for the first
   * @throws InvalidValue if no address begins so, or the cursor is not from such a list
   */
  public Page<AccountView> page(String email, Limit limit, String cursor) {
    List<AccountView> found =
        users
            .newest(EmailAddress.normaliseStart(email), position(cursor), limit.withLookahead())
            .stream()
            .map(User::account)
            .toList();
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<AccountView> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).id().toString()));
  }

  private static UUID position(String cursor) {
    try {
      return cursor == null ? AFTER_ALL : UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
