package org.orderly.ordering.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.payment.method.PaymentMethod.CARD;
import static org.orderly.payment.method.PaymentMethod.SPLIT;
import static org.orderly.payment.method.PaymentMethod.WALLET;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.ordering.payment.MethodRules.Buyer;
import org.orderly.payment.method.PaymentMethod;

class MethodRulesTest {

  private static final String ALL = "wallet,card,invoice,split";

  @ParameterizedTest
  @CsvSource({
    "nobody, GUEST, false",
    "nobody, UNVERIFIED, false",
    "nobody, VERIFIED, false",
    "nobody, ALLOWED_INVOICE, true",
    "nobody, REFUSED_INVOICE, false",
    "verified, GUEST, false",
    "verified, UNVERIFIED, false",
    "verified, VERIFIED, true",
    "verified, ALLOWED_INVOICE, true",
    "verified, REFUSED_INVOICE, false",
    "anyone, GUEST, true",
    "anyone, UNVERIFIED, true",
    "anyone, VERIFIED, true",
    "anyone, ALLOWED_INVOICE, true",
    "anyone, REFUSED_INVOICE, false"
  })
  void letsThoseBuyByInvoiceThatTheShopTrusts(String trusted, Buyer buyer, boolean may) {
    MethodRules rules = MethodRules.of(ALL, trusted, true, true);
    assertThat(refusal(rules, PaymentMethod.INVOICE, buyer).isEmpty()).isEqualTo(may);
  }

  @Test
  void offersNoInvoiceWithoutAnAccountToTransferTo() {
    MethodRules rules = MethodRules.of(ALL, "anyone", false, true);
    assertThat(offered(rules, Buyer.VERIFIED)).doesNotContain(PaymentMethod.INVOICE);
  }

  @ParameterizedTest
  @EnumSource(PaymentMethod.class)
  void offersNothingThatIsSwitchedOff(PaymentMethod only) {
    MethodRules rules = MethodRules.of(" " + only.name() + " ", "anyone", true, true);
    for (Buyer buyer : Buyer.values()) {
      assertThat(List.of(only)).containsAll(offered(rules, buyer));
    }
    assertThat(offered(rules, Buyer.VERIFIED)).containsExactly(only);
  }

  @Test
  void offersGuestsNoBalanceAndNobodyACardWithoutAGateway() {
    assertThat(offered(MethodRules.of(ALL, "anyone", true, true), Buyer.GUEST))
        .containsExactlyInAnyOrder(PaymentMethod.CARD, PaymentMethod.INVOICE);
    assertThat(offered(MethodRules.of(ALL, "verified", true, false), Buyer.VERIFIED))
        .containsExactlyInAnyOrder(PaymentMethod.WALLET, PaymentMethod.INVOICE);
  }

  @Test
  void saysWhatToDoAboutIt() {
    MethodRules rules = MethodRules.of(ALL, "verified", true, true);
    assertThat(refusal(rules, PaymentMethod.INVOICE, Buyer.UNVERIFIED))
        .contains("confirm your e-mail address first");
    assertThat(refusal(rules, PaymentMethod.SPLIT, Buyer.GUEST)).contains("guests have no balance");
  }

  /** It would be a question to another database in the middle of each order. */
  @Test
  void asksForTheAccountOnlyToOfferInvoices() {
    MethodRules rules = MethodRules.of(ALL, "verified", true, true);
    for (PaymentMethod method : List.of(WALLET, CARD, SPLIT)) {
      assertThat(rules.refusal(method, false, MethodRulesTest::nobodyAsks)).isEmpty();
    }
  }

  private static Buyer nobodyAsks() {
    throw new AssertionError("the account was read");
  }

  private static Optional<String> refusal(MethodRules rules, PaymentMethod method, Buyer buyer) {
    return rules.refusal(method, buyer == Buyer.GUEST, () -> buyer);
  }

  /** A misspelt method would be one that is switched off by mistake. */
  @Test
  void readsOnlyWhatItKnows() {
    assertThatThrownBy(() -> MethodRules.of("wallet,cash", "verified", true, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MethodRules.of(ALL, "everyone", true, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<PaymentMethod> offered(MethodRules rules, Buyer buyer) {
    return Arrays.stream(PaymentMethod.values())
        .filter(method -> refusal(rules, method, buyer).isEmpty())
        .toList();
  }
}
