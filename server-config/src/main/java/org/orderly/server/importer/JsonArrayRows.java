package org.orderly.server.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;

/** The elements of a JSON array. Where its syntax breaks nothing after it can be read. */
final class JsonArrayRows implements ImportRows {

  /** After an element there is more to come. */
  private static final ObjectReader ELEMENTS =
      JsonText.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BoundedText bounded;
  private final JsonParser parser;
  private int item;
  private boolean over;

  JsonArrayRows(Reader text) throws IOException {
    this.bounded = new BoundedText(text);
    this.parser = JsonText.MAPPER.getFactory().createParser(bounded);
    parser.nextToken();
  }

  @Override
  public ImportRow next() throws IOException {
    if (over) {
      return null;
    }
    item++;
    bounded.nextRow();
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        over = true;
        return null;
      }
      String place = place();
      if (token == null) {
        over = true;
        return ImportRow.broken(
            place, "is missing: the array is not closed, the file may be cut off");
      }
      JsonNode node = ELEMENTS.readTree(parser);
      return node instanceof ObjectNode object
          ? ImportRow.of(place, object)
          : ImportRow.broken(place, "is not a JSON object");
    } catch (BoundedText.TooLong e) {
      over = true;
      return ImportRow.broken(place(), e.getMessage());
    } catch (JsonProcessingException e) {
      over = true;
      return ImportRow.broken(place(), JsonText.reason(e) + "; nothing after it can be read");
    }
  }

  private String place() {
    return "item " + item + " (line " + parser.currentTokenLocation().getLineNr() + ")";
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
