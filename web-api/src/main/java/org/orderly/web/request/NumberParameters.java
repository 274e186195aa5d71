package org.orderly.web.request;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.orderly.web.problem.Problem;

/** Reads numbers in queries; what is no number is a bad request, not a missing page (JAX-RS). */
@Provider
public class NumberParameters implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    return type == Integer.class ? (ParamConverter<T>) new WholeNumber(nameIn(annotations)) : null;
  }

  private static String nameIn(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst()
        .orElse("a parameter");
  }

  private record WholeNumber(String name) implements ParamConverter<Integer> {

    @Override
    public Integer fromString(String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return Integer.valueOf(text);
      } catch (NumberFormatException e) {
        Problem problem = Problem.of(400, "invalid-value", name + " is not a whole number");
        throw new BadRequestException(problem.toResponse(), e);
      }
    }

    @Override
    public String toString(Integer number) {
      return number.toString();
    }
  }
}
