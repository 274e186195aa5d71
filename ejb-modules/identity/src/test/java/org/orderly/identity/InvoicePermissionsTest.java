package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;

class InvoicePermissionsTest {

  private final FakeUsers users = new FakeUsers();
  private final FakeAudit audit = new FakeAudit();
  private final InvoicePermissions permissions = new InvoicePermissions(users, audit);
  private final User ada =
      User.registering(
          EmailAddress.of("ada@example.org"), PersonName.of("Ada"), "hash", Clock.systemUTC());

  InvoicePermissionsTest() {
    users.add(ada);
  }

  @Test
  void holdsUntilItIsSetAnew() {
    assertThat(ada.account().invoicePermission()).isEqualTo("default");
    assertThat(permissions.set(ada.id(), "allowed").invoicePermission()).isEqualTo("allowed");
    assertThat(permissions.set(ada.id(), "refused").invoicePermission()).isEqualTo("refused");
    assertThat(audit.entries)
        .containsExactly(
            "invoice.permission-set " + ada.id(), "invoice.permission-set " + ada.id());
    assertThat(audit.details).containsExactly("default -> allowed", "allowed -> refused");
  }

  @Test
  void recordsNothingWhereNothingChanges() {
    permissions.set(ada.id(), "default");
    assertThat(audit.entries).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    for (String bad : new String[] {"ALLOWED", "", "yes"}) {
      assertThatThrownBy(() -> permissions.set(ada.id(), bad)).isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> permissions.set(UserId.newId(), "allowed"))
        .isInstanceOf(UnknownUser.class);
  }

  @Test
  void isGoneWithThePerson() {
    permissions.set(ada.id(), "refused");
    ada.erase(Clock.systemUTC());
    assertThat(ada.account().invoicePermission()).isEqualTo("default");
  }
}
