package org.orderly.ordering.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.orderly.payment.method.PaymentMethod;

/**
 * By which methods a shop lets whom pay.
 *
 * @param enabled those that are not switched off
 * @param bankAccount whether the shop has said where to transfer money to
 * @param gateway whether cards can be charged
 */
record MethodRules(
    Set<PaymentMethod> enabled, InvoiceBuyers invoiceBuyers, boolean bankAccount, boolean gateway) {

  /** Who may pay by invoice, that is, have stock reserved before any money has been promised. */
  enum InvoiceBuyers {
    NOBODY,
    /** People with an account whose e-mail address is known to be theirs. */
    VERIFIED,
    /** Guests too. */
    ANYONE
  }

  /** Who wants to pay. */
  enum Buyer {
    GUEST,
    UNVERIFIED,
    VERIFIED,
    /** An admin lets them pay by invoice, whatever the rule is. */
    ALLOWED_INVOICE,
    /** An admin does not. */
    REFUSED_INVOICE
  }

  /**
   * As configured.
   *
   * @param methods names between commas, in any case
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
   * Why somebody cannot pay so; nothing if they can.
   *
   * @param guest whether they have no account
   * @param buyer asked for invoices only: it costs a look into the account
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
      return Optional.of("this shop has not said which bank account to transfer to");
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
