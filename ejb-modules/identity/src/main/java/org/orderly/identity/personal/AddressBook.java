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
    return addresses.of(user).stream().map(Address::view).toList();
  }

  /**
   * @throws AddressBookFull if there are twenty already
   */
  @Transactional
  public AddressView add(UserId user, AddressDraft draft) {
    List<Address> others = book(user);
    if (others.size() >= MOST) {
      throw new AddressBookFull(MOST);
    }
    Address address = new Address(user, draft);
    address.suggestFirst(draft.isDefault() || others.isEmpty());
    makeWay(address, others);
    addresses.add(address);
    audit.record("address.added", user.toString(), null, address.id());
    return address.view();
  }

  /**
   * @throws UnknownAddress if the user has no such address
   */
  @Transactional
  public AddressView replace(UserId user, UUID id, AddressDraft draft) {
    List<Address> book = book(user);
    Address address = in(book, id);
    boolean suggested = address.isSuggestedFirst();
    address.suggestFirst(draft.isDefault());
    if (!suggested) {
      makeWay(address, book);
    }
    address.become(draft);
    audit.record("address.changed", user.toString(), id, id);
    return address.view();
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
  private List<Address> book(UserId user) {
    accounts.take(user);
    return addresses.of(user);
  }

  private void makeWay(Address first, List<Address> book) {
    if (!first.isSuggestedFirst()) {
      return;
    }
    for (Address other : book) {
      other.suggestFirst(false);
    }
    addresses.flush();
    first.suggestFirst(true);
  }

  private static Address in(List<Address> book, UUID id) {
    return book.stream()
        .filter(address -> address.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UnknownAddress(id));
  }
}
