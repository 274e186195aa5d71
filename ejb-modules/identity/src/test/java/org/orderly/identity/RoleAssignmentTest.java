package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;

class RoleAssignmentTest {

  private final FakeUsers users = new FakeUsers();
  private final Fired<CredentialsChanged> changes = new Fired<>();
  private final FakeAudit audit = new FakeAudit();
  private final RoleAssignment assignment = new RoleAssignment(users, changes, audit);
  private final User admin =
      User.firstAdmin(EmailAddress.of("admin@example.org"), "hash", Clock.systemUTC());
  private final User ada =
      User.registering(
          EmailAddress.of("ada@example.org"), PersonName.of("Ada"), "hash", Clock.systemUTC());

  RoleAssignmentTest() {
    users.add(admin);
    users.add(ada);
  }

  @Test
  void replacesTheRolesOfAUser() {
    assertThat(assignment.assign(ada.id(), List.of("vendor", "customer")).roles())
        .containsExactly("customer", "vendor");
    assertThat(assignment.assign(ada.id(), List.of("vendor")).roles()).containsExactly("vendor");
  }

  @Test
  void endsTheSessionsOfWhoseRolesChange() {
    assignment.assign(ada.id(), List.of("vendor"));
    assertThat(changes.events).containsExactly(CredentialsChanged.everywhere(ada.id()));
    assertThat(audit.entries).containsExactly("roles.assigned " + ada.id());
    assertThat(audit.details).containsExactly("[customer] -> [vendor]");
  }

  @Test
  void leavesSessionsAloneWhereNothingChanges() {
    assignment.assign(ada.id(), List.of("customer"));
    assertThat(changes.events).isEmpty();
    assertThat(audit.entries).isEmpty();
  }

  @Test
  void takesOneChangeOfAdminsAtATime() {
    assignment.assign(ada.id(), List.of("vendor"));
    assertThat(users.adminSeatLocks).isEqualTo(1);
  }

  @Test
  void keepsTheLastAdmin() {
    assertThatThrownBy(() -> assignment.assign(admin.id(), List.of("customer")))
        .isInstanceOf(LastAdmin.class);
    assertThat(admin.isAdmin()).isTrue();
  }

  @Test
  void letsAnAdminGoWhenThereIsAnother() {
    assignment.assign(ada.id(), List.of("admin"));
    assertThat(assignment.assign(admin.id(), List.of("customer")).roles())
        .containsExactly("customer");
  }

  @Test
  void refusesRolesThatDoNotExistAndNoRoles() {
    assertThatThrownBy(() -> assignment.assign(ada.id(), List.of("ADMIN")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> assignment.assign(ada.id(), List.of("root")))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> assignment.assign(ada.id(), List.of()))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void doesNotKnowStrangers() {
    assertThatThrownBy(() -> assignment.assign(UserId.newId(), List.of("vendor")))
        .isInstanceOf(UnknownUser.class);
  }
}
