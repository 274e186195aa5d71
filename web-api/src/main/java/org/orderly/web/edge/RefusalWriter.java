package org.orderly.web.edge;

/** Writes a problem answer where no request reaches the application. */
public interface RefusalWriter {

  /**
   * A problem as it is sent.
   *
   * @param title the status in words
   * @param requestId names it, as in the body
   */
  record Refusal(int status, String title, String requestId, String mediaType, byte[] body) {}

  Refusal refusal(int status);
}
