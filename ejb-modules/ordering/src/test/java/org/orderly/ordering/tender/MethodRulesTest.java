package org.orderly.ordering.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.ordering.tender.MethodRules.Buyer;
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
    assertThat(rules.refusal(PaymentMethod.INVOICE, () -> buyer).isEmpty()).isEqualTo(may);
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
    assertThat(rules.refusal(PaymentMethod.INVOICE, () -> Buyer.UNVERIFIED))
        .contains("confirm your e-mail address first");
    assertThat(rules.refusal(PaymentMethod.SPLIT, () -> Buyer.GUEST))
        .contains("guests have no balance");
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
        .filter(method -> rules.refusal(method, () -> buyer).isEmpty())
        .toList();
  }
}
