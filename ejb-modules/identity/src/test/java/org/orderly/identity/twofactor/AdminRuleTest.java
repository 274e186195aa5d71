package org.orderly.identity.twofactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;

class AdminRuleTest {

  private static final UserId ADA = UserId.newId();

  @Test
  void leavesRolesAloneWhereNoSecondFactorIsRequired() {
    assertThat(rule("optional", false).granted(ADA, Set.of("admin"))).containsExactly("admin");
  }

  @Test
  void keepsTheRoleAdminBackUntilThereIsASecondFactor() {
    assertThat(rule("required", false).granted(ADA, Set.of("admin", "vendor")))
        .containsExactlyInAnyOrder("admin-pending", "customer", "vendor");
    assertThat(rule("required", true).granted(ADA, Set.of("admin"))).containsExactly("admin");
  }

  @Test
  void asksNothingOfAnybodyElse() {
    assertThat(rule("required", false).granted(ADA, Set.of("customer")))
        .containsExactly("customer");
  }

  @Test
  void takesNoWordForRequiredThatItDoesNotKnow() {
    assertThatThrownBy(() -> rule("yes", false)).hasMessageContaining("ORDERLY_ADMIN_2FA");
  }

  private static AdminRule rule(String word, boolean enrolled) {
    SecondFactor factor =
        new SecondFactor(null, null, null, null, null) {
          @Override
          public boolean isEnrolled(UserId user) {
            return enrolled;
          }
        };
    return new AdminRule(factor, word);
  }
}
