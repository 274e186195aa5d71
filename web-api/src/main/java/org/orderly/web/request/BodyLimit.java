package org.orderly.web.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.orderly.web.problem.HttpStatusProblem;

/**
 * Refuses bodies that are larger than an address reads, also when they do not say so, and those
 * that are packed: what is in them may be of any size.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class BodyLimit implements ContainerRequestFilter {

  static final long USUAL = 1L << 20;
  static final long BATCH = 8L << 20;

  /** From strangers, until their signature is known to be a gateway's. */
  static final long NOTICE = 128L << 10;

  private static final String BATCHES = "products/batch";
  private static final String NOTICES = "payments/webhooks/";
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;

  @Override
  public void filter(ContainerRequestContext request) {
    String encoding = request.getHeaderString("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      request.abortWith(HttpStatusProblem.of(UNSUPPORTED).toResponse());
      return;
    }
    long limit = limit(ResourcePath.of(request.getUriInfo()));
    if (request.getLength() > limit) {
      request.abortWith(HttpStatusProblem.of(TOO_LARGE).toResponse());
      return;
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private static long limit(String path) {
    if (path.startsWith(NOTICES)) {
      return NOTICE;
    }
    return path.equals(BATCHES) ? BATCH : USUAL;
  }

  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream body, long limit) {
      super(body);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    private void count(long read) {
      left -= read;
      if (left < 0) {
        throw new WebApplicationException(TOO_LARGE);
      }
    }
  }
}
