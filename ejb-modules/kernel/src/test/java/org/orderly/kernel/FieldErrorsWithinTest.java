package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldErrorsWithinTest {

  private static DomainException fault(String name, String city) {
    return catchThrowableOfType(
        DomainException.class, () -> new PostalAddress(name, "s", city, null, "p", "GB"));
  }

  @Test
  void namesTheMemberOfAMember() {
    DomainException inner = FieldErrors.within("shippingAddress", fault("", "c"));
    assertThat(inner).isInstanceOf(InvalidValue.class);
    assertThat(inner).hasMessage("shippingAddress.name must not be blank");
    assertThat(inner.details()).containsEntry("field", "shippingAddress.name");
  }

  @Test
  void namesEachOfSeveral() {
    DomainException inner = FieldErrors.within("shippingAddress", fault("", " "));
    assertThat(inner).isInstanceOf(InvalidValues.class);
    assertThat(inner.details())
        .containsEntry(
            "errors",
            List.of(
                Map.of("field", "shippingAddress.name", "message", "must not be blank"),
                Map.of("field", "shippingAddress.city", "message", "must not be blank")));
  }

  @Test
  void leavesAnotherFaultAsItIs() {
    DomainException other =
        new CurrencyMismatch(
            Money.of("1.00", "EUR").currency(), Money.of("1.00", "GBP").currency());
    assertThat(FieldErrors.within("payment", other)).isSameAs(other);
  }
}
