package org.orderly.productfiles.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.text.BoundedText;

/** JSON lines: one object a line; a broken line breaks no other. */
final class JsonLineRows implements SourceRows {

  private final Reader text;
  private final MemberNames names = new MemberNames();
  private final char[] buffer = new char[8 * 1024];
  private int next;
  private int filled;
  private int line;

  JsonLineRows(Reader text) {
    this.text = text;
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    StringBuilder content = new StringBuilder();
    while (readLine(content)) {
      line++;
      if (!content.toString().isBlank()) {
        return row(content.toString());
      }
      content.setLength(0);
    }
    return null;
  }

  private SourceRow row(String content) {
    String place = "line " + line;
    if (content.length() > BoundedText.MAX_ROW) {
      return SourceRow.broken(place, "is longer than " + BoundedText.MAX_ROW + " characters");
    }
    try {
      return SourceRow.ofJson(place, JsonText.MAPPER.readTree(content), names);
    } catch (JsonProcessingException e) {
      return SourceRow.broken(place, JsonText.reason(e));
    }
  }

  /** Like a line reader, but keeps no more of a line than tells that it is too long. */
  private boolean readLine(StringBuilder content) throws IOException {
    boolean read = false;
    while (fill()) {
      read = true;
      int end = next;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int free = BoundedText.MAX_ROW + 1 - content.length();
      content.append(buffer, next, Math.min(free, end - next));
      next = end + 1;
      if (end < filled) {
        return true;
      }
    }
    return read;
  }

  private boolean fill() throws IOException {
    if (next >= filled) {
      next = 0;
      filled = text.read(buffer);
    }
    return filled > 0;
  }

  @Override
  public Set<String> columns() {
    return Set.of();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
