package org.orderly.web.caching;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.orderly.web.problem.JsonBodies;

/**
 * A response body as it is sent, with its entity tag, in plain bytes and compressed. It is the same
 * for all callers.
 *
 * <p>Each encoding has a strong tag of its own (RFC 9110, 8.8.3.3).
 */
public final class CachedResponse {

  /** Below this size compression saves less than its headers cost. */
  static final int COMPRESSED_FROM = 600;

  private static final String GZIP_SUFFIX = "-gzip";

  private final String tag;
  private final byte[] plain;
  private final byte @Nullable [] gzip;

  private CachedResponse(String tag, byte[] plain) {
    this.tag = tag;
    this.plain = plain;
    byte[] compressed = plain.length < COMPRESSED_FROM ? plain : compressed(plain);
    this.gzip = compressed.length < plain.length ? compressed : null;
  }

  /** A value as JSON; its tag is made from what is sent. */
  public static CachedResponse json(Object value) {
    byte[] body = bytes(value);
    return new CachedResponse(UUID.nameUUIDFromBytes(body).toString(), body);
  }

  /**
   * A value as JSON that has a tag.
   *
   * @param tag without quotation marks
   */
  public static CachedResponse json(Object value, String tag) {
    return new CachedResponse(tag, bytes(value));
  }

  /** A text; its tag is made from what is sent. */
  public static CachedResponse text(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new CachedResponse(UUID.nameUUIDFromBytes(body).toString(), body);
  }

  private static byte[] bytes(Object value) {
    try {
      return JsonBodies.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Whether there is a compressed form: not if it would be larger. */
  boolean isCompressible() {
    return gzip != null;
  }

  /** The body; compressed only if {@link #isCompressible()}. */
  byte[] body(boolean compressed) {
    return compressed && gzip != null ? gzip : plain;
  }

  /** The tag of the body in this encoding, without quotation marks. */
  String tag(boolean compressed) {
    return compressed ? tag + GZIP_SUFFIX : tag;
  }

  /** How many bytes it keeps in memory. */
  int size() {
    return plain.length + (gzip == null ? 0 : gzip.length);
  }
}
