package org.orderly.ordering.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.orderly.payment.method.PaymentMethod;

/**
 * Rules that decide who may use which payment method.
 *
 * @param enabled the enabled methods
 * @param bankAccount whether a bank account for transfers is configured
 * @param gateway whether a card gateway is configured
 */
record MethodRules(
    Set<PaymentMethod> enabled, InvoiceBuyers invoiceBuyers, boolean bankAccount, boolean gateway) {

  /** Who may pay by invoice, which reserves stock before any payment is authorized. */
  enum InvoiceBuyers {
    NOBODY,
    /** Accounts with a verified e-mail address. */
    VERIFIED,
    /** Guests too. */
    ANYONE
  }

  /** The kind of buyer. */
  enum Buyer {
    GUEST,
    UNVERIFIED,
    VERIFIED,
    /** An admin has allowed them to pay by invoice, whatever the rule is. */
    ALLOWED_INVOICE,
    /** An admin has denied them to pay by invoice. */
    REFUSED_INVOICE
  }

  /**
   * The rules from the configuration.
   *
   * @param methods names separated by commas, in any case
   */
  static MethodRules of(
      String methods, String invoiceBuyers, boolean bankAccount, boolean gateway) {
    Set<PaymentMethod> enabled =
        Arrays.stream(methods.split(","))
            .map(name -> PaymentMethod.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    InvoiceBuyers buyers = InvoiceBuyers.valueOf(invoiceBuyers.strip().toUpperCase(Locale.ROOT));
    return new MethodRules(enabled, buyers, bankAccount, gateway);
  }

  /**
   * The reason why a buyer cannot use a method; empty if they can.
   *
   * @param guest whether the buyer has no account
   * @param buyer called for invoices only, because it reads the account
   */
  Optional<String> refusal(PaymentMethod method, boolean guest, Supplier<Buyer> buyer) {
    if (!enabled.contains(method)) {
      return Optional.of("this shop does not accept it");
    }
    return switch (method) {
      case WALLET -> wallet(guest);
      case CARD -> card();
      case SPLIT -> wallet(guest).or(this::card);
      case INVOICE -> invoice(buyer);
    };
  }

  private static Optional<String> wallet(boolean guest) {
    return guest ? Optional.of("guests have no balance") : Optional.empty();
  }

  private Optional<String> card() {
    return gateway ? Optional.empty() : Optional.of("this shop accepts no cards");
  }

  private Optional<String> invoice(Supplier<Buyer> buyer) {
    if (!bankAccount) {
      return Optional.of("this shop has no bank account for transfers");
    }
    return switch (buyer.get()) {
      case ALLOWED_INVOICE -> Optional.empty();
      case REFUSED_INVOICE -> Optional.of("your account cannot use it; pay at once instead");
      case GUEST -> invoice(false, "it needs an account with a confirmed e-mail address");
      case UNVERIFIED -> invoice(false, "confirm your e-mail address first");
      case VERIFIED -> invoice(true, "");
    };
  }

  private Optional<String> invoice(boolean verified, String otherwise) {
    return switch (invoiceBuyers) {
      case ANYONE -> Optional.empty();
      case NOBODY -> Optional.of("this shop does not accept it");
      case VERIFIED -> verified ? Optional.empty() : Optional.of(otherwise);
    };
  }
}
