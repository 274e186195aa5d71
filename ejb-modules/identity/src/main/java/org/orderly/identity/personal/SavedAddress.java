package org.orderly.identity.personal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** One address in a user's book; orders keep copies, so that it may change and go. */
@Entity
@Table(name = "address")
class SavedAddress {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private String name;
  private String street;
  private String city;
  private @Nullable String state;

  @Column(name = "postal_code")
  private String postalCode;

  private String country;

  @Column(name = "is_default")
  private boolean isDefault;

  protected SavedAddress() {}

  SavedAddress(UserId user, AddressDraft draft) {
    this.id = UuidV7.next();
    this.userId = user.value();
    write(draft);
  }

  void become(AddressDraft draft) {
    write(draft);
  }

  private void write(AddressDraft draft) {
    PostalAddress address = draft.address();
    name = address.name();
    street = address.street();
    city = address.city();
    state = address.state();
    postalCode = address.postalCode();
    country = address.country();
    isDefault = draft.isDefault();
  }

  void suggestFirst(boolean first) {
    isDefault = first;
  }

  boolean isSuggestedFirst() {
    return isDefault;
  }

  UUID id() {
    return id;
  }

  AddressView view() {
    return new AddressView(id, name, street, city, state, postalCode, country, isDefault);
  }
}
