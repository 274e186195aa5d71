package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

  private final FieldErrors errors = new FieldErrors();

  @Test
  void readsWhatIsRight() {
    assertThat(errors.read(() -> Money.of("1.00", "EUR"))).isEqualTo(Money.of("1.00", "EUR"));
    assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void throwsAFaultThatIsAloneAsItIs() {
    assertThat(errors.<Money>read(() -> Money.of("one", "EUR"))).isNull();
    assertThatThrownBy(errors::throwIfAny)
        .isInstanceOf(InvalidValue.class)
        .hasMessage("amount is not a number");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    errors.read(() -> Money.of("one", "EUR"));
    errors.add("name", "is missing");
    assertThatThrownBy(errors::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidValues.class,
            e ->
                assertThat(e.details().get("errors"))
                    .isEqualTo(
                        List.of(
                            Map.of("field", "amount", "message", "is not a number"),
                            Map.of("field", "name", "message", "is missing"))));
  }

  @Test
  void letsOtherFailuresThrough() {
    assertThatThrownBy(() -> errors.read(() -> Money.of("1", "EUR").plus(Money.of("1", "USD"))))
        .isInstanceOf(CurrencyMismatch.class);
  }
}
