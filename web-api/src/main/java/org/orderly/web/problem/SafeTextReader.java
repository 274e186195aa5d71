package org.orderly.web.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Optional;

/** Reads texts in bodies, and names in maps, unless they hold {@link UnsafeText}. */
final class SafeTextReader extends StringDeserializer {

  private static final long serialVersionUID = 1L;

  /** Makes a mapper read every text by this. */
  static SimpleModule module() {
    return new SimpleModule("orderly-safe-text")
        .addDeserializer(String.class, new SafeTextReader())
        .addKeyDeserializer(String.class, new Keys());
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = super.deserialize(json, context);
    check(text, context);
    return text;
  }

  private static void check(String text, DeserializationContext context) throws Refused {
    Optional<String> fault = text == null ? Optional.empty() : UnsafeText.in(text);
    if (fault.isPresent()) {
      throw new Refused(context.getParser(), fault.get());
    }
  }

  private static final class Keys extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      check(key, context);
      return key;
    }
  }

  /** Says what is wrong with a text; Jackson adds where it is. */
  static final class Refused extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private Refused(JsonParser json, String message) {
      super(json, message);
    }
  }
}
