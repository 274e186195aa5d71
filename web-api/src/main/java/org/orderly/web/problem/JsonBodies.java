package org.orderly.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.FieldErrors;
import org.orderly.kernel.PostalAddress;
import org.orderly.platform.json.Json;

/**
 * Reads and writes bodies as JSON.
 *
 * <p>Reading is strict: UTF-8 alone, no text for a number, no second value for a name, nothing
 * after the end, no member that the operation does not know: whoever sends one means something by
 * it, and an answer that passes it over looks right and is not.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  public static final ObjectMapper MAPPER =
      Json.builder()
          .addModule(SafeTextReader.module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withCoercionConfig(LogicalType.Textual, JsonBodies::onlyText)
          .build();

  private static void onlyText(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return isBody(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    if (media != null && !isUtf8(media.getParameters().get(MediaType.CHARSET_PARAMETER))) {
      throw new NotSupportedException(HttpStatusProblem.of(415).toResponse());
    }
    try {
      Object value = MAPPER.readValue(utf8(body), MAPPER.constructType(generic));
      if (value == null) {
        throw new UnreadableBody("the body is empty");
      }
      return value;
    } catch (CharacterCodingException e) {
      throw new UnreadableBody("the body is not UTF-8");
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
  }

  /**
   * Jackson by itself would guess UTF-16 and UTF-32 as well, which filters before it cannot read.
   */
  private static Reader utf8(InputStream body) {
    return new InputStreamReader(
        body,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean isUtf8(String charset) {
    return charset == null || charset.equalsIgnoreCase("utf-8");
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return isBody(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(MAPPER.writeValueAsBytes(value));
  }

  /** Streams, texts and bytes are written as they are. */
  private static boolean isBody(Class<?> type) {
    return type != String.class
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !jakarta.ws.rs.core.StreamingOutput.class.isAssignableFrom(type);
  }

  /** What is wrong with a body, said in the terms of the API. */
  public static RuntimeException refusal(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException domain) {
        return e instanceof ValueInstantiationException creation && isAddress(creation)
            ? FieldErrors.within(path(creation), domain)
            : domain;
      }
      if (cause instanceof WebApplicationException tooLarge) {
        return tooLarge;
      }
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return UnreadableBody.unknownMember(path(unknown), unknown.getKnownPropertyIds());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String fault =
          e instanceof SafeTextReader.Refused
              ? e.getOriginalMessage()
              : "has the wrong type or form";
      return new UnreadableBody(path(mapping), fault);
    }
    return new UnreadableBody("the body is not well-formed JSON of the expected shape");
  }

  /** An address does not know which member of the request it is. */
  private static boolean isAddress(ValueInstantiationException e) {
    return e.getType().hasRawClass(PostalAddress.class) && !e.getPath().isEmpty();
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
