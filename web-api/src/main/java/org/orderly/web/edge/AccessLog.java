package org.orderly.web.edge;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.orderly.platform.request.RequestContext;

/**
 * One line a request under the logger {@code orderly.access}. It has the address as the API knows
 * it, without what the client put into it, and nothing of query, headers or body.
 */
final class AccessLog {

  private static final Logger LOG = Logger.getLogger("orderly.access");
  private static final String WRITTEN = AccessLog.class.getName();
  private static final int LONGEST_PATH = 200;

  /** A segment that is neither a word, nor a file's name, nor a version. */
  private static final Pattern VALUE =
      Pattern.compile("/(?!(?:\\.?[a-z][a-z-]{0,30}(?:\\.[a-z]{1,11})?|v\\d)(?:/|$))[^/]+");

  private AccessLog() {}

  /** The fields by which every line of a request is known. */
  static Map<String, String> fields(RequestContext requestContext) {
    return Map.of("requestId", requestContext.requestId(), "userId", requestContext.actor());
  }

  /** Writes the line once the answer is complete, be it by another thread. */
  static void ended(
      HttpServletRequest request,
      HttpServletResponse response,
      RequestContext requestContext,
      long begin) {
    if (!LOG.isLoggable(Level.INFO) || request.getAttribute(WRITTEN) != null) {
      return;
    }
    request.setAttribute(WRITTEN, true);
    if (request.isAsyncStarted()) {
      request
          .getAsyncContext()
          .addListener(new Later(() -> write(request, response, requestContext, begin)));
    } else {
      write(request, response, requestContext, begin);
    }
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      RequestContext requestContext,
      long begin) {
    Map<String, Object> fields = new LinkedHashMap<>(fields(requestContext));
    fields.put("method", request.getMethod());
    fields.put("route", route(request));
    fields.put("status", response.getStatus());
    fields.put("durationMs", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    fields.put("client", requestContext.address());
    LogRecord line =
        new LogRecord(
            Level.INFO,
            fields.get("method") + " " + fields.get("route") + " " + fields.get("status"));
    line.setLoggerName(LOG.getName());
    line.setParameters(new Object[] {fields});
    LOG.log(line);
  }

  private static String route(HttpServletRequest request) {
    Object known = request.getAttribute(Route.ATTRIBUTE);
    if (known != null) {
      return known.toString();
    }
    return withoutValues(RequestPath.path(request));
  }

  /** An address that no resource has: who wrote it may have put anything into it. */
  static String withoutValues(String path) {
    String words = VALUE.matcher(path).replaceAll("/{}");
    return words.substring(0, Math.min(words.length(), LONGEST_PATH));
  }

  private record Later(Runnable write) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      write.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // it is completed next
    }

    @Override
    public void onError(AsyncEvent event) {
      // it is completed next
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
