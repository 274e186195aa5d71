package org.orderly.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.web.problem.Problem;

class QueryValuesTest {

  private static final String ID = "019a9f00-0000-7000-8000-000000000000";

  static class Reading {
    public void number(@QueryParam("limit") Integer value) {}

    public void truth(@QueryParam("keepCurrent") boolean value) {}

    public void id(@QueryParam("owner") UUID value) {}
  }

  @Test
  void readsWhatIsOfTheType() throws Exception {
    assertThat(read("number", Integer.class, "20")).isEqualTo(20);
    assertThat(read("truth", boolean.class, "true")).isEqualTo(true);
    assertThat(read("id", UUID.class, ID)).isEqualTo(UUID.fromString(ID));
  }

  @Test
  void takesNothingForNothing() throws Exception {
    assertThat(read("number", Integer.class, "")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "number, java.lang.Integer, 99999999999, limit is not a whole number",
    "number, java.lang.Integer, 1.5, limit is not a whole number",
    "number, java.lang.Integer, \u0663, limit is not a whole number",
    "id, java.util.UUID, 1-1-1-1-1, owner is not an identifier"
  })
  void refusesEverythingElseAsABadRequest(String method, Class<?> type, String text, String why) {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> read(method, type, text))
        .satisfies(
            e -> assertThat(((Problem) e.getResponse().getEntity()).detail()).isEqualTo(why));
  }

  @ParameterizedTest
  @CsvSource({"yes", "1", "TRUE"})
  void takesNoOtherWordForFalse(String text) {
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> read("truth", boolean.class, text));
  }

  private static Object read(String name, Class<?> type, String text) throws Exception {
    Method method = Reading.class.getMethod(name, type);
    Annotation[] annotations = method.getParameterAnnotations()[0];
    ParamConverter<?> converter = new QueryValues().getConverter(type, type, annotations);
    return converter.fromString(text);
  }
}
