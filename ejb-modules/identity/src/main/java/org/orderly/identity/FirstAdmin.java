package org.orderly.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.kernel.InvalidValue;

/** Makes sure at every start that there is an admin, if the configuration says who. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class FirstAdmin {

  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());

  @Inject private AdminSeat seat;
  @Inject private PasswordHashing hashing;
  @Inject private PasswordPolicy policy;

  @Inject
  @ConfigProperty(name = "orderly.admin.email")
  private Optional<String> email;

  @Inject
  @ConfigProperty(name = "orderly.admin.password")
  private Optional<String> password;

  /** Public, since the EJB container finds no other. */
  public FirstAdmin() {}

  @PostConstruct
  void atStart() {
    if (seat.isTaken()) {
      return;
    }
    if (email.isEmpty() || password.isEmpty()) {
      LOG.warning("There is no admin: set ORDERLY_ADMIN_EMAIL and ORDERLY_ADMIN_PASSWORD");
      return;
    }
    try {
      EmailAddress address = EmailAddress.of(email.get());
      PersonName title = PersonName.of("Administrator");
      appoint(address, policy.accept(password.get(), address.value(), title.value()));
    } catch (InvalidValue | UnacceptablePassword e) {
      LOG.severe(
          () ->
              "There is no admin: of ORDERLY_ADMIN_EMAIL and ORDERLY_ADMIN_PASSWORD, "
                  + e.getMessage());
    }
  }

  private void appoint(EmailAddress address, String accepted) {
    if (seat.take(address, hashing.hash(accepted))) {
      LOG.info(() -> "The first admin is " + address.value());
    }
  }
}
