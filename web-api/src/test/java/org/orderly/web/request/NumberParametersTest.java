package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.orderly.web.problem.Problem;

class NumberParametersTest {

  private final ParamConverter<Integer> converter =
      new NumberParameters().getConverter(Integer.class, Integer.class, new Annotation[0]);

  @Test
  void readsAWholeNumber() {
    assertThat(converter.fromString("20")).isEqualTo(20);
  }

  @Test
  void takesNothingForNothing() {
    assertThat(converter.fromString("")).isNull();
  }

  @Test
  void refusesWhatIsNoNumberAsABadRequest() {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> converter.fromString("99999999999"))
        .satisfies(e -> assertThat(e.getResponse().getEntity()).isInstanceOf(Problem.class));
  }
}
