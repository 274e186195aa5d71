package org.orderly.web.request;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.orderly.kernel.Id;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;

/** Reads ids in addresses; an address with what is no id leads nowhere (404). */
@Provider
public class IdParameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, Id>> READERS =
      Map.of(
          ProductId.class, ProductId::of,
          OrderId.class, OrderId::of,
          UserId.class, UserId::of);

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    Function<String, Id> reader = READERS.get(type);
    return reader == null ? null : new Converter<>(type, reader);
  }

  private record Converter<T>(Class<T> type, Function<String, Id> reader)
      implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      return type.cast(reader.apply(text));
    }

    @Override
    public String toString(T id) {
      return id.toString();
    }
  }
}
