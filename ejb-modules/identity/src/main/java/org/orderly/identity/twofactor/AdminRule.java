package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.kernel.UserId;

/**
 * Whether admins need a second factor. If so, one without is no admin until it is enrolled: their
 * tokens say that they would be, and let them do what every customer may, which includes enrolling.
 */
@ApplicationScoped
public class AdminRule {

  /** In place of the role admin, until there is a second factor. */
  public static final String PENDING = "admin-pending";

  private static final String ADMIN = "admin";
  private static final String CUSTOMER = "customer";

  private final SecondFactor secondFactor;
  private final boolean required;

  /**
   * @param rule {@code required} or {@code optional}
   */
  @Inject
  AdminRule(
      SecondFactor secondFactor,
      @ConfigProperty(name = "orderly.admin.2fa", defaultValue = "optional") String rule) {
    if (!Set.of("required", "optional").contains(rule)) {
      throw new IllegalStateException("ORDERLY_ADMIN_2FA must be required or optional");
    }
    this.secondFactor = secondFactor;
    this.required = rule.equals("required");
  }

  /** What a token may say of a user's roles. */
  public Set<String> granted(UserId user, Set<String> roles) {
    if (!required || !roles.contains(ADMIN) || secondFactor.isEnrolled(user)) {
      return roles;
    }
    Set<String> granted = new TreeSet<>(roles);
    granted.remove(ADMIN);
    granted.add(CUSTOMER);
    granted.add(PENDING);
    return granted;
  }
}
