package org.orderly.identity.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.identity.FakeAudit;
import org.orderly.identity.NoLock;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;

class AddressBookTest {

  private final AddressBook book =
      new AddressBook(new NoLock(), new FakeAddresses(), new FakeAudit());
  private final UserId ada = UserId.newId();

  /** One user's addresses in memory. */
  private static final class FakeAddresses extends AddressRepository {
    private final List<SavedAddress> kept = new ArrayList<>();

    @Override
    List<SavedAddress> of(UserId user) {
      return List.copyOf(kept);
    }

    @Override
    void add(SavedAddress savedAddress) {
      kept.add(savedAddress);
    }

    @Override
    void remove(SavedAddress savedAddress) {
      kept.remove(savedAddress);
    }

    @Override
    void flush() {
      // nothing waits in memory
    }
  }

  @Test
  void suggestsTheFirstUntilAnotherIsToBeSuggested() {
    UUID first = book.add(ada, draft(false)).id();
    assertThat(suggested()).containsExactly(first);
    book.add(ada, draft(false));
    assertThat(suggested()).containsExactly(first);
    UUID third = book.add(ada, draft(true)).id();
    assertThat(suggested()).containsExactly(third);
    book.replace(ada, first, draft(true));
    assertThat(suggested()).containsExactly(first);
    book.replace(ada, first, draft(false));
    assertThat(suggested()).isEmpty();
  }

  @Test
  void holdsTwentyAddresses() {
    for (int i = 0; i < 20; i++) {
      book.add(ada, draft(false));
    }
    assertThatThrownBy(() -> book.add(ada, draft(false))).isInstanceOf(AddressBookFull.class);
    book.remove(ada, book.of(ada).get(0).id());
    assertThat(book.add(ada, draft(false)).id()).isNotNull();
  }

  @Test
  void knowsNoOthers() {
    assertThatThrownBy(() -> book.remove(ada, UUID.randomUUID()))
        .isInstanceOf(UnknownAddress.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1 High St, Leeds, LS1, GB, name",
    "Ada, , Leeds, LS1, GB, street",
    "Ada, 1 High St, ' ', LS1, GB, city",
    "Ada, 1 High St, Leeds, , GB, postalCode",
    "Ada, 1 High St, Leeds, LS1, UK, country",
    "Ada, 1 High St, Leeds, LS1, gb, country",
  })
  void namesWhatIsWrong(
      String name, String street, String city, String code, String country, String field) {
    assertThatThrownBy(() -> AddressDraft.of(name, street, city, null, code, country, false))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.details()).containsEntry("field", field));
  }

  @ParameterizedTest
  @CsvSource({"HK, ", "AE, ''", "QA, ", "XK, 10000"})
  void takesAddressesByTheRulesOfTheirCountry(String country, String code) {
    AddressDraft draft = AddressDraft.of("Kim", "1 Road", "City", null, code, country, false);
    assertThat(book.add(ada, draft).country()).isEqualTo(country);
  }

  private List<UUID> suggested() {
    return book.of(ada).stream().filter(AddressView::isDefault).map(AddressView::id).toList();
  }

  private static AddressDraft draft(boolean first) {
    return AddressDraft.of("Ada", "1 High St", "Leeds", null, "LS1", "GB", first);
  }
}
