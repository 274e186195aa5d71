package org.orderly.ordering.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.method.PaymentMethod;

/** Decides which payment methods a buyer may use. */
@ApplicationScoped
public class OfferedMethods {

  private final MethodRules rules;
  private final Users users;

  /**
   * @param methods enabled methods, separated by commas
   * @param bankAccount receives transfers; without one nobody can pay by invoice
   */
  @Inject
  OfferedMethods(
      @ConfigProperty(name = "orderly.payment.methods", defaultValue = "wallet,card,invoice,split")
          String methods,
      @ConfigProperty(name = "orderly.payment.invoice.buyers", defaultValue = "verified")
          String invoiceBuyers,
      @ConfigProperty(name = "orderly.bank.account") Optional<String> bankAccount,
      Gateways gateways,
      Users users) {
    this.rules =
        MethodRules.of(
            methods,
            invoiceBuyers,
            bankAccount.filter(account -> !account.isBlank()).isPresent(),
            gateways.name().isPresent());
    this.users = users;
  }

  /**
   * The methods that this buyer may choose. Must be called without a transaction, because the
   * account may be read.
   *
   * @param account {@code null} for a guest
   */
  public List<PaymentMethod> to(@Nullable UserId account) {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> refusal(method, account).isEmpty())
        .toList();
  }

  /**
   * @param account {@code null} for a guest
   * @throws PaymentMethodNotAvailable with the reason
   */
  void require(PaymentMethod method, @Nullable UserId account) {
    refusal(method, account)
        .ifPresent(
            why -> {
              throw new PaymentMethodNotAvailable(method, to(account), why);
            });
  }

  private Optional<String> refusal(PaymentMethod method, @Nullable UserId account) {
    return rules.refusal(method, account == null, () -> buyer(account));
  }

  private MethodRules.Buyer buyer(@Nullable UserId account) {
    if (account == null) {
      return MethodRules.Buyer.GUEST;
    }
    return switch (users.invoicePermission(account)) {
      case ALLOWED -> MethodRules.Buyer.ALLOWED_INVOICE;
      case REFUSED -> MethodRules.Buyer.REFUSED_INVOICE;
      case DEFAULT ->
          users.find(account).filter(UserProfile::emailVerified).isPresent()
              ? MethodRules.Buyer.VERIFIED
              : MethodRules.Buyer.UNVERIFIED;
    };
  }
}
