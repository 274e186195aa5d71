package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.Role;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Transactions;

class ErasureTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  private final FakeUsers users = new FakeUsers();
  private final Erasure erasure =
      new Erasure(null, new Transactions(), users, new Fired<>(), null, null, null, null, clock);

  @Test
  void keepsTheLastAdmin() {
    User admin = User.firstAdmin(EmailAddress.of("admin@example.org"), "$hash$", clock);
    users.add(admin);
    assertThatThrownBy(() -> erasure.erase(admin.id())).isInstanceOf(LastAdmin.class);
    assertThat(admin.isErased()).isFalse();
  }

  @Test
  void doesNotKnowStrangers() {
    assertThatThrownBy(() -> erasure.erase(UserId.newId())).isInstanceOf(UnknownUser.class);
  }

  @Test
  void leavesAPseudonymThatTellsNothing() {
    User ada =
        User.registering(
            EmailAddress.of("ada@example.org"), PersonName.of("Ada Lovelace"), "$hash$", clock);
    ada.assign(java.util.Set.of(Role.ADMIN, Role.VENDOR, Role.CUSTOMER));
    ada.erase(clock);
    AccountView left = ada.account();
    assertThat(left.status()).isEqualTo("erased");
    assertThat(left.email()).isEqualTo("erased-" + ada.id() + "@erased.invalid");
    assertThat(EmailAddress.of(left.email()).value()).isEqualTo(left.email());
    assertThat(left.name()).isEqualTo("erased");
    assertThat(left.roles()).containsExactly("customer");
    assertThat(ada.passwordHash()).isEqualTo("$erased$");
  }
}
