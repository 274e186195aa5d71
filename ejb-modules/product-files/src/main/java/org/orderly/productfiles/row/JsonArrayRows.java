package org.orderly.productfiles.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.text.BoundedText;

/** The elements of a JSON array. Where its syntax breaks nothing after it can be read. */
final class JsonArrayRows implements SourceRows {

  /** After an element there is more to come. */
  private static final ObjectReader ELEMENTS =
      JsonText.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BoundedText bounded;
  private final JsonParser parser;
  private final MemberNames names = new MemberNames();
  private int item;
  private boolean over;

  JsonArrayRows(Reader text) throws IOException {
    this.bounded = new BoundedText(text);
    this.parser = JsonText.MAPPER.getFactory().createParser(bounded);
    parser.nextToken();
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
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
        return SourceRow.broken(
            place, "is missing: the array is not closed, the file may be cut off");
      }
      return SourceRow.ofJson(place, ELEMENTS.readTree(parser), names);
    } catch (BoundedText.TooLong e) {
      over = true;
      return SourceRow.broken(place(), String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      over = true;
      return SourceRow.broken(place(), JsonText.reason(e) + "; nothing after it can be read");
    }
  }

  private String place() {
    return "item " + item + " (line " + parser.currentTokenLocation().getLineNr() + ")";
  }

  @Override
  public Set<String> columns() {
    return Set.of();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
