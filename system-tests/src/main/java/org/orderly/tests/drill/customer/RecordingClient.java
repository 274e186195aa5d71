package org.orderly.tests.drill.customer;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.orderly.tests.drill.history.CallAnswer;
import org.orderly.tests.drill.history.CallHistory;
import org.orderly.tests.drill.history.RecordedCall;
import org.orderly.tests.drill.history.RequestIdentity;

/**
 * Sends the requests of one client, each again until the answer is definite, and records the calls
 * that have a key.
 */
public final class RecordingClient {
  /** No outage lasts longer, with the slowest of starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private final InstanceClient instanceClient;
  private final CallHistory history;
  private final Random random;
  private int instance;

  public RecordingClient(
      InstanceClient instanceClient, CallHistory history, Random random, int firstInstance) {
    this.instanceClient = instanceClient;
    this.history = history;
    this.random = random;
    this.instance = firstInstance;
  }

  /**
   * A request with a key, which takes effect once.
   *
   * @param story hears of each call
   * @return the first definite answer, or {@code null} if there was none for all our patience
   */
  InstanceClient.Reply post(
      RequestIdentity request, String path, String token, Object body, Consumer<String> story)
      throws InterruptedException {
    return insist("POST", path, token, request, body, story);
  }

  /** A request that may be sent again without a key; it is not recorded. */
  InstanceClient.Reply change(
      String method, String path, String token, Object body, Consumer<String> story)
      throws InterruptedException {
    return insist(method, path, token, null, body, story);
  }

  private InstanceClient.Reply insist(
      String method,
      String path,
      String token,
      RequestIdentity request,
      Object body,
      Consumer<String> story)
      throws InterruptedException {
    String key = request == null ? null : request.key();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String attempt =
          method + " " + path + " at " + Math.floorMod(instance, instanceClient.instances());
      long begin = System.nanoTime();
      try {
        InstanceClient.Reply reply = instanceClient.send(instance, method, path, token, key, body);
        record(request, begin, reply);
        story.accept(attempt + ": " + reply);
        if (reply.isDefinite()) {
          return reply;
        }
      } catch (IOException e) {
        add(request, begin, new CallAnswer.Unknown(0, e.toString()));
        story.accept(attempt + ": " + e);
        instance++;
      }
      TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
    }
    return null;
  }

  private void record(RequestIdentity request, long begin, InstanceClient.Reply reply) {
    if (request != null) {
      add(request, begin, CallAnswers.of(reply, request));
    }
  }

  private void add(RequestIdentity request, long begin, CallAnswer answer) {
    if (request != null) {
      history.add(new RecordedCall(request, begin, System.nanoTime(), answer));
    }
  }
}
