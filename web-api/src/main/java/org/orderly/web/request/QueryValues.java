package org.orderly.web.request;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.UuidV7;
import org.orderly.web.problem.Problem;

/**
 * Reads numbers, truth values and ids in queries. What is none is a bad request: JAX-RS would
 * answer as if there were no such page, or take every other word for false.
 */
@Provider
public class QueryValues implements ParamConverterProvider {

  private static final Map<Class<?>, Reader> READERS =
      Map.of(
          Integer.class, new Reader(QueryValues::number, "is not a whole number"),
          boolean.class, new Reader(QueryValues::truth, "is neither true nor false"),
          UUID.class, new Reader(UuidV7::parse, "is not an identifier"));

  /**
   * @param read throws {@link IllegalArgumentException} for other texts
   */
  private record Reader(Function<String, Object> read, String fault) {}

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    Reader reader = READERS.get(type);
    String name = nameIn(annotations);
    return reader == null || name == null ? null : (ParamConverter<T>) new Converter(name, reader);
  }

  private static String nameIn(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst()
        .orElse(null);
  }

  /** In digits of ASCII: Java reads those of every script. */
  private static Integer number(String text) {
    if (!text.matches("[+-]?[0-9]{1,10}")) {
      throw new NumberFormatException("not in digits");
    }
    return Integer.valueOf(text);
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither");
    }
    return Boolean.valueOf(text);
  }

  private record Converter(String name, Reader reader) implements ParamConverter<Object> {

    @Override
    public Object fromString(String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return reader.read.apply(text);
      } catch (IllegalArgumentException e) {
        Problem problem = Problem.of(400, "invalid-value", name + " " + reader.fault);
        throw new BadRequestException(problem.toResponse(), e);
      }
    }

    @Override
    public String toString(Object value) {
      return value.toString();
    }
  }
}
