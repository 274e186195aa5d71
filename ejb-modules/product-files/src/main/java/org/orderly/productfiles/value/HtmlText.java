package org.orderly.productfiles.value;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;

/** The text of HTML as a reader sees it: paragraphs stay apart, scripts and styles are gone. */
public final class HtmlText {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&#?\\w+;");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]*\\n[ \\t\\u00A0]*");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  private static final Evaluator UNSEEN =
      Selector.evaluatorOf("script, style, template, noscript, iframe, object, svg, head");

  private HtmlText() {}

  public static String of(String html) {
    if (!MARKUP.matcher(html).find()) {
      return html.strip();
    }
    Element body = Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body();
    body.select(UNSEEN).remove();
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(new Visible(text), body);
    String lines = BLANKS.matcher(text).replaceAll("\n");
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  /** The same of text whose line breaks are meant, as in editors that add tags on their own. */
  public static String withBreaks(String text) {
    return of(
        MARKUP.matcher(text).find() ? text.replace("\r\n", "\n").replace("\n", "<br>") : text);
  }

  private record Visible(StringBuilder text) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (element.nameIs("li")) {
          text.append("\n- ");
        } else if (element.nameIs("td") || element.nameIs("th")) {
          text.append(' ');
        } else if (element.nameIs("br")) {
          text.append('\n');
        } else if (element.isBlock()) {
          text.append(element.nameIs("p") ? "\n\n" : "\n");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock() && !element.nameIs("li")) {
        text.append(element.nameIs("p") ? "\n\n" : "\n");
      }
    }

    /** Breaks between the words of a paragraph are spaces. */
    private void append(String words) {
      for (int i = 0; i < words.length(); i++) {
        char sign = words.charAt(i);
        if (!isBlank(sign)) {
          text.append(sign);
        } else if (!text.isEmpty() && !isBlank(text.charAt(text.length() - 1))) {
          text.append(' ');
        }
      }
    }

    private static boolean isBlank(char sign) {
      return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f';
    }
  }
}
