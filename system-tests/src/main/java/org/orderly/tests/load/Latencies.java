package org.orderly.tests.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long requests took, to a thousandth of each; any number of threads may record. */
public final class Latencies {
  private static final int DIGITS = 3;

  private final Histogram nanos = new ConcurrentHistogram(DIGITS);

  /**
   * What another process has recorded.
   *
   * @param encoded by {@link #encoded()}
   * @throws IllegalArgumentException if it is something else
   */
  @JsonCreator
  public static Latencies decoded(String encoded) {
    Latencies latencies = new Latencies();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      latencies.nanos.add(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("not a histogram: " + e.getMessage(), e);
    }
    return latencies;
  }

  /** The whole histogram in HdrHistogram's compressed form, as Base64. */
  @JsonValue
  public String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(nanos.getNeededByteBufferCapacity());
    int length = nanos.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /** Counts one request. */
  public void record(long took) {
    nanos.recordValue(Math.max(0, took));
  }

  /** Counts the requests of another measurement too. */
  public void add(Latencies other) {
    nanos.add(other.nanos);
  }

  public long count() {
    return nanos.getTotalCount();
  }

  /** In milliseconds with one decimal; zero if there was no request. */
  public BigDecimal percentile(int percent) {
    long value = count() == 0 ? 0 : nanos.getValueAtPercentile(percent);
    return BigDecimal.valueOf(value / 100_000, 1);
  }

  /** The longest, in milliseconds with one decimal. */
  public BigDecimal longest() {
    return BigDecimal.valueOf(nanos.getMaxValue() / 100_000, 1);
  }

  @Override
  public String toString() {
    return "p50 %s ms, p95 %s ms, p99 %s ms"
        .formatted(percentile(50), percentile(95), percentile(99));
  }
}
