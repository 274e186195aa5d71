package org.orderly.ordering.tender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Gateways;
import org.orderly.payment.method.PaymentMethod;

/** Decides by which methods a buyer may pay. */
@ApplicationScoped
public class OfferedMethods {

  /** Who may pay by invoice, that is, have stock reserved before any money has been promised. */
  enum InvoiceBuyers {
    NOBODY,
    /** People with an account whose e-mail address is known to be theirs. */
    VERIFIED,
    /** Guests too. */
    ANYONE
  }

  private final Set<PaymentMethod> enabled;
  private final InvoiceBuyers invoiceBuyers;
  private final Optional<String> bankAccount;
  private final Gateways gateways;
  private final Users users;

  /**
   * @param methods those that are not switched off, between commas
   * @param bankAccount where buyers transfer money to; without one nobody can pay by invoice
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
    this.enabled =
        Arrays.stream(methods.split(","))
            .map(name -> PaymentMethod.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    this.invoiceBuyers = InvoiceBuyers.valueOf(invoiceBuyers.strip().toUpperCase(Locale.ROOT));
    this.bankAccount = bankAccount.filter(account -> !account.isBlank());
    this.gateways = gateways;
    this.users = users;
  }

  /**
   * What this buyer may choose from; in no transaction, since the account may be read.
   *
   * @param account {@code null} for a guest
   */
  public List<PaymentMethod> to(UserId account) {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> refusal(method, account).isEmpty())
        .toList();
  }

  /**
   * @param account {@code null} for a guest
   * @throws PaymentMethodNotAvailable saying why
   */
  void require(PaymentMethod method, UserId account) {
    refusal(method, account)
        .ifPresent(
            why -> {
              throw new PaymentMethodNotAvailable(method, to(account), why);
            });
  }

  /** A missing gateway is reported by the gateway's own refusal when a card is used. */
  private Optional<String> refusal(PaymentMethod method, UserId account) {
    if (!enabled.contains(method)) {
      return Optional.of("this shop does not accept it");
    }
    return switch (method) {
      case WALLET -> account == null ? Optional.of("guests have no balance") : Optional.empty();
      case CARD -> gateway();
      case SPLIT -> account == null ? Optional.of("guests have no balance") : gateway();
      case INVOICE -> invoice(account);
    };
  }

  private Optional<String> gateway() {
    return gateways.name().isPresent()
        ? Optional.empty()
        : Optional.of("this shop accepts no cards");
  }

  private Optional<String> invoice(UserId account) {
    if (bankAccount.isEmpty()) {
      return Optional.of("this shop has not said which bank account to transfer to");
    }
    return switch (invoiceBuyers) {
      case ANYONE -> Optional.empty();
      case NOBODY -> Optional.of("this shop does not accept it");
      case VERIFIED -> verified(account);
    };
  }

  private Optional<String> verified(UserId account) {
    if (account == null) {
      return Optional.of("it needs an account with a confirmed e-mail address");
    }
    return users.find(account).filter(UserProfile::emailVerified).isPresent()
        ? Optional.empty()
        : Optional.of("confirm your e-mail address first");
  }
}
