package org.orderly.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;
import org.orderly.kernel.Id;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/** How the kernel's values look in JSON: ids as text, money as amount and currency. */
final class KernelValues extends SimpleModule {

  private static final long serialVersionUID = 1L;

  KernelValues() {
    super("orderly-kernel");
    addSerializer(Id.class, writing((id, json) -> json.writeString(id.value().toString())));
    addSerializer(Quantity.class, writing((quantity, json) -> json.writeNumber(quantity.value())));
    addSerializer(Money.class, writing(KernelValues::writeMoney));
    addDeserializer(UserId.class, readingText(UserId::of));
    addDeserializer(ProductId.class, readingText(ProductId::of));
    addDeserializer(OrderId.class, readingText(OrderId::of));
    addDeserializer(Quantity.class, new QuantityReader());
    addDeserializer(Money.class, new MoneyReader());
  }

  private static void writeMoney(Money money, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("amount", money.amount().toPlainString());
    json.writeStringField("currency", money.currency().getCurrencyCode());
    json.writeEndObject();
  }

  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  private static <T> JsonSerializer<T> writing(Writer<T> writer) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        writer.write(value, json);
      }
    };
  }

  private static <T> JsonDeserializer<T> readingText(Function<String, T> reader) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
          return wrongType(handledType(), json, context);
        }
        try {
          return reader.apply(json.getText());
        } catch (IllegalArgumentException e) {
          throw context.weirdStringException(json.getText(), Id.class, "not an identifier");
        }
      }

      @SuppressWarnings("unchecked")
      private T wrongType(Class<?> type, JsonParser json, DeserializationContext context)
          throws IOException {
        return (T) context.handleUnexpectedToken(type == null ? Id.class : type, json);
      }
    };
  }

  private static final class QuantityReader extends JsonDeserializer<Quantity> {
    @Override
    public Quantity deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.currentToken().isNumeric()) {
        return (Quantity) context.handleUnexpectedToken(Quantity.class, json);
      }
      return new Quantity(json.getDecimalValue());
    }
  }

  /**
   * An amount is text, so that no client's floating point touches it; a plain number is read too.
   */
  private static final class MoneyReader extends JsonDeserializer<Money> {
    private record Shape(Object amount, String currency) {}

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.START_OBJECT)) {
        return (Money) context.handleUnexpectedToken(Money.class, json);
      }
      Shape shape = context.readValue(json, Shape.class);
      if (shape.amount instanceof String || shape.amount instanceof Number) {
        return Money.of(shape.amount.toString(), shape.currency);
      }
      return context.reportInputMismatch(Money.class, "amount must be a decimal number as text");
    }
  }
}
