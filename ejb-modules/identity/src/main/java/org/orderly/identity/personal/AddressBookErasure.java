package org.orderly.identity.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.orderly.identity.UserErased;

/** Deletes the address book of a forgotten person, in the transaction that forgets them. */
@ApplicationScoped
class AddressBookErasure {

  private final AddressRepository addresses;

  @Inject
  AddressBookErasure(AddressRepository addresses) {
    this.addresses = addresses;
  }

  void forget(@Observes UserErased erased) {
    addresses.removeAll(erased.userId());
  }
}
