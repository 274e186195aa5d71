package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;

class FirstAdminTest {

  private static final EmailAddress OWNER = EmailAddress.of("owner@example.org");

  private final FakeUsers users = new FakeUsers();
  private final Fired<CredentialsChanged> changes = new Fired<>();
  private final FirstAdmin firstAdmin = new FirstAdmin(users, changes, Clock.systemUTC());

  @Test
  void appointsTheConfiguredOwner() {
    assertThat(firstAdmin.create(OWNER, "configured")).isTrue();
    User admin = users.admins().get(0);
    assertThat(admin.profile().email()).isEqualTo("owner@example.org");
    assertThat(admin.profile().roles()).containsExactly("admin", "customer");
    assertThat(admin.passwordHash()).isEqualTo("configured");
  }

  @Test
  void leavesATakenSeatAlone() {
    firstAdmin.create(OWNER, "configured");
    assertThat(firstAdmin.create(EmailAddress.of("other@example.org"), "other")).isFalse();
    assertThat(users.admins()).hasSize(1);
    assertThat(users.admins().get(0).passwordHash()).isEqualTo("configured");
  }

  @Test
  void takesAnExistingAccountAwayFromWhoKnowsItsOldPassword() {
    User eve = User.registering(OWNER, PersonName.of("Eve"), "eves", Clock.systemUTC());
    users.add(eve);
    assertThat(firstAdmin.create(OWNER, "configured")).isTrue();
    assertThat(users.stored).hasSize(1);
    assertThat(changes.events).containsExactly(CredentialsChanged.everywhere(eve.id()));
    assertThat(users.admins().get(0).passwordHash()).isEqualTo("configured");
  }

  @Test
  void looksAgainUnderTheLock() {
    firstAdmin.create(OWNER, "configured");
    assertThat(users.adminSeatLocks).isEqualTo(1);
  }
}
