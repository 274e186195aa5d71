package org.orderly.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The JSON in which events travel and values are written everywhere. */
public final class Json {

  private static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER =
      builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /** Reads and writes events; ignores members it does not know, since events gain fields. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A mapper to be made stricter or laxer by its user, with the kernel's value types known. */
  public static JsonMapper.Builder builder() {
    JsonFactory limited =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(60)
                    .maxNameLength(200)
                    .maxStringLength(1 << 20)
                    .maxTokenCount(1_000_000)
                    .build())
            .build();
    return JsonMapper.builder(limited)
        .addModule(new JavaTimeModule())
        .addModule(new KernelValues())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
