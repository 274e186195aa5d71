package org.orderly.server.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;

/** JSON lines: one object a line; a broken line breaks no other. */
final class JsonLineRows implements ImportRows {

  private final Reader text;
  private int line;

  JsonLineRows(Reader text) {
    this.text = text;
  }

  @Override
  public ImportRow next() throws IOException {
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

  private ImportRow row(String content) {
    String place = "line " + line;
    if (content.length() > JsonText.MAX_ROW) {
      return ImportRow.broken(place, "is longer than " + JsonText.MAX_ROW + " characters");
    }
    try {
      JsonNode node = JsonText.MAPPER.readTree(content);
      return node instanceof ObjectNode object
          ? ImportRow.of(place, object)
          : ImportRow.broken(place, "is not a JSON object");
    } catch (JsonProcessingException e) {
      return ImportRow.broken(place, JsonText.reason(e));
    }
  }

  /** Like a line reader, but keeps no more of a line than tells that it is too long. */
  private boolean readLine(StringBuilder content) throws IOException {
    int sign = text.read();
    if (sign < 0) {
      return false;
    }
    while (sign >= 0 && sign != '\n') {
      if (content.length() <= JsonText.MAX_ROW) {
        content.append((char) sign);
      }
      sign = text.read();
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
