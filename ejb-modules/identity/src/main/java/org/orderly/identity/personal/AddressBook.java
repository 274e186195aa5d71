package org.orderly.identity.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.orderly.identity.AccountLock;
import org.orderly.identity.audit.AuditLog;
import org.orderly.kernel.UserId;

/**
 * The addresses that a user keeps for the next orders; other people's do not exist.
 *
 * <p>At most one is suggested first: the one that was last made so, or the first of all. Each
 * change is one transaction, and one after the other per user.
 */
@ApplicationScoped
public class AddressBook {

  private static final int MOST = 20;

  private final AccountLock accounts;
  private final AddressRepository addresses;
  private final AuditLog audit;

  @Inject
  AddressBook(AccountLock accounts, AddressRepository addresses, AuditLog audit) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.audit = audit;
  }

  /** In the order in which they were added. */
  public List<AddressView> of(UserId user) {
    return addresses.of(user).stream().map(SavedAddress::view).toList();
  }

  /**
   * @throws AddressBookFull if there are twenty already
   */
  @Transactional
  public AddressView add(UserId user, AddressDraft draft) {
    List<SavedAddress> others = book(user);
    if (others.size() >= MOST) {
      throw new AddressBookFull(MOST);
    }
    SavedAddress savedAddress = new SavedAddress(user, draft);
    savedAddress.suggestFirst(draft.isDefault() || others.isEmpty());
    makeWay(savedAddress, others);
    addresses.add(savedAddress);
    audit.record("address.added", user.toString(), null, savedAddress.id());
    return savedAddress.view();
  }

  /**
   * @throws UnknownAddress if the user has no such address
   */
  @Transactional
  public AddressView replace(UserId user, UUID id, AddressDraft draft) {
    List<SavedAddress> book = book(user);
    SavedAddress savedAddress = in(book, id);
    boolean suggested = savedAddress.isSuggestedFirst();
    savedAddress.suggestFirst(draft.isDefault());
    if (!suggested) {
      makeWay(savedAddress, book);
    }
    savedAddress.become(draft);
    audit.record("address.changed", user.toString(), id, id);
    return savedAddress.view();
  }

  /**
   * @throws UnknownAddress if the user has no such address
   */
  @Transactional
  public void remove(UserId user, UUID id) {
    addresses.remove(in(book(user), id));
    audit.record("address.removed", user.toString(), id, null);
  }

  /** The user's addresses, which nobody else changes until the transaction ends. */
  private List<SavedAddress> book(UserId user) {
    accounts.take(user);
    return addresses.of(user);
  }

  private void makeWay(SavedAddress first, List<SavedAddress> book) {
    if (!first.isSuggestedFirst()) {
      return;
    }
    for (SavedAddress other : book) {
      other.suggestFirst(false);
    }
    addresses.flush();
    first.suggestFirst(true);
  }

  private static SavedAddress in(List<SavedAddress> book, UUID id) {
    return book.stream()
        .filter(savedAddress -> savedAddress.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnknownAddress(id));
  }
}
