package org.orderly.web.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A drawing for a product that has no photograph: the shape of its kind in colours of its own, with
 * its initials and name.
 */
final class ProductPicture {

  private static final int LINE = 30;
  private static final int LINES = 2;

  private final String sku;
  private final String name;
  private final String brand;
  private final List<String> categories;

  ProductPicture(String sku, String name, String brand, List<String> categories) {
    this.sku = sku;
    this.name = name;
    this.brand = brand;
    this.categories = categories;
  }

  /** A complete SVG document of 600 by 600 that loads nothing and runs nothing. */
  String svg() {
    Palette palette = Palette.of(sku);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600" \
    role="img" aria-label="$name">
    <defs><linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" \
    stop-color="$sky"/><stop offset="1" stop-color="$ground"/></linearGradient></defs>
    <rect width="600" height="600" fill="url(#b)"/>
    <circle cx="$x" cy="230" r="205" fill="$light" opacity=".75"/>
    <ellipse cx="300" cy="418" rx="150" ry="14" fill="$dark" opacity=".14"/>
    <g transform="translate(140 90) scale(3.2)">$motif</g>
    <rect y="466" width="600" height="134" fill="$light" opacity=".92"/>
    <circle cx="62" cy="533" r="36" fill="$dark"/>
    <g font-family="'Helvetica Neue',Arial,'Liberation Sans',sans-serif">
    <text x="62" y="543" font-size="28" font-weight="700" text-anchor="middle" \
    fill="$light">$initials</text>
    $caption
    </g>
    </svg>
    """
        .replace("$sky", palette.sky())
        .replace("$ground", palette.ground())
        .replace("$light", palette.light())
        .replace("$dark", palette.dark())
        .replace("$x", String.valueOf(270 + Math.floorMod(sku.hashCode(), 61)))
        .replace("$motif", motif().drawnIn(palette))
        .replace("$initials", escaped(initials()))
        .replace("$caption", caption(palette))
        .replace("$name", escaped(name));
  }

  String initials() {
    String letters =
        java.util.Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .limit(2)
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
            .collect(Collectors.joining());
    return letters.toUpperCase(Locale.ROOT);
  }

  private Motif motif() {
    List<String> texts = new ArrayList<>(categories);
    texts.add(name);
    Collections.reverse(texts);
    return Motif.of(texts);
  }

  private String caption(Palette palette) {
    List<String> lines = wrapped(name);
    StringBuilder caption = new StringBuilder();
    int y = lines.size() == 1 ? 530 : 516;
    for (String line : lines) {
      caption.append(text(y, 26, 700, palette.dark(), line));
      y += 30;
    }
    if (brand != null) {
      caption.append(text(y + 2, 20, 400, palette.dark(), cut(brand, LINE + 8)));
    }
    return caption.toString();
  }

  private static String text(int y, int size, int weight, String colour, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"116\" y=\"%d\" font-size=\"%d\" font-weight=\"%d\" fill=\"%s\">%s</text>",
        y,
        size,
        weight,
        colour,
        escaped(text));
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > LINE && lines.size() < LINES - 1) {
      int space = rest.lastIndexOf(' ', LINE);
      int end = space > 0 ? space : LINE;
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(cut(rest, LINE));
    return lines;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1).strip() + "\u2026";
  }

  /** Text as XML 1.0 can hold it; characters that it cannot are dropped. */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints().filter(ProductPicture::isXml).forEach(c -> append(xml, c));
    return xml.toString();
  }

  private static void append(StringBuilder xml, int character) {
    switch (character) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      case '\'' -> xml.append("&#39;");
      // a dollar sign would be taken for the name of a colour
      case '$' -> xml.append("&#36;");
      default -> xml.appendCodePoint(character);
    }
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
