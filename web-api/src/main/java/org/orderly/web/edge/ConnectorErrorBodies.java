package org.orderly.web.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Adds a problem body to the errors that the connector answers by itself.
 *
 * <p>The connector's parser refuses malformed requests with nothing but a status, and answers 200
 * with nothing at all where it cannot decode an address ({@code %zz}, {@code /.}). No code of ours
 * runs then. Such an answer is told by what it lacks: whatever the application answers has a
 * request id, and is longer than {@link #LONGEST_HEAD}.
 */
final class ConnectorErrorBodies extends TransportFilter {

  private static final int LONGEST_HEAD = 512;
  private static final String BEGIN = "HTTP/1.1 ";
  private static final int UNDECODABLE = 200;
  private static final int BAD_REQUEST = 400;

  private final RefusalWriter refusals;

  ConnectorErrorBodies(RefusalWriter refusals) {
    this.refusals = refusals;
  }

  /**
   * The same chain, which writes by this filter: it takes the place of the one that only writes.
   */
  static FilterChain completedIn(FilterChain chain, RefusalWriter refusals) {
    chain.replaceAll(
        filter -> filter instanceof TransportFilter ? new ConnectorErrorBodies(refusals) : filter);
    return chain;
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    Object message = context.getMessage();
    if (!(message instanceof Buffer answer) || answer.remaining() > LONGEST_HEAD) {
      return super.handleWrite(context);
    }
    Optional<byte[]> complete = completed(text(answer));
    if (complete.isEmpty()) {
      return super.handleWrite(context);
    }
    context.setMessage(Buffers.wrap(context.getMemoryManager(), complete.get()));
    NextAction next = super.handleWrite(context);
    // who asked by HEAD expects no body behind the next answer
    context.getConnection().closeSilently();
    return next;
  }

  private static String text(Buffer answer) {
    byte[] bytes = new byte[answer.remaining()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = answer.get(answer.position() + i);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The problem to send in place of an answer; empty if it is not one of the connector's own. */
  Optional<byte[]> completed(String head) {
    boolean bare =
        head.startsWith(BEGIN)
            && head.endsWith("\r\n\r\n")
            && head.contains("\r\nContent-Length: 0\r\n")
            && !head.contains("\r\n" + RequestIds.HEADER + ":");
    if (!bare) {
      return Optional.empty();
    }
    int status = Integer.parseInt(head, BEGIN.length(), BEGIN.length() + 3, 10);
    if (status == UNDECODABLE) {
      return Optional.of(bytes(refusals.refusal(BAD_REQUEST)));
    }
    return status < BAD_REQUEST ? Optional.empty() : Optional.of(bytes(refusals.refusal(status)));
  }

  private static byte[] bytes(RefusalWriter.Refusal refusal) {
    String head =
        String.join(
            "\r\n",
            BEGIN + refusal.status() + " " + refusal.title(),
            RequestIds.HEADER + ": " + refusal.requestId(),
            "Content-Type: " + refusal.mediaType(),
            "Content-Length: " + refusal.body().length,
            "X-Content-Type-Options: nosniff",
            "Cache-Control: no-store",
            "Connection: close",
            "",
            "");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    answer.writeBytes(refusal.body());
    return answer.toByteArray();
  }
}
