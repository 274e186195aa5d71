package org.orderly.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads numbers in queries; text for a number is a bad request, not an unknown address. */
@Provider
public class NumberParameters implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    return type == Integer.class ? (ParamConverter<T>) new Converter() : null;
  }

  private static final class Converter implements ParamConverter<Integer> {

    @Override
    public Integer fromString(String text) {
      try {
        return text == null ? null : Integer.valueOf(text);
      } catch (NumberFormatException e) {
        throw new BadRequestException(
            Problem.of(400, "invalid-value", "a number in the query is not one").toResponse());
      }
    }

    @Override
    public String toString(Integer number) {
      return number.toString();
    }
  }
}
