package org.orderly.platform.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Form of a row that is hashed: every field with its length in bytes, so that no two rows have the
 * same form.
 */
public final class ChainForm {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final ByteArrayOutputStream form = new ByteArrayOutputStream();

  /** Appends a field; one without a value differs from an empty one. */
  public ChainForm field(@Nullable String value) {
    if (value == null) {
      form.write('-');
      return this;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(bytes);
    return this;
  }

  /** Appends a moment, in UTC to the microsecond, as the database keeps it. */
  public ChainForm field(@Nullable Instant moment) {
    return field(moment == null ? null : MICROS.format(moment));
  }

  /** SHA-256 over the hash before it and the form. */
  public byte[] hashAfter(byte[] previous) {
    return hashAfter(previous, "");
  }

  /** SHA-256 over the hash before it, a prefix and the form. */
  public byte[] hashAfter(byte[] previous, String prefix) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      digest.update(prefix.getBytes(StandardCharsets.US_ASCII));
      return digest.digest(form.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
