package org.orderly.tests.drill.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code breakages.txt}. A breakage begins with {@code = name}; its title follows. {@code
 * @instances 2} says that it takes two servers, {@code @ Type} which source is edited. Lines with
 * {@code -} are replaced by the lines with {@code +} below them.
 */
final class BreakageFile {
  private final List<Breakage> breakages = new ArrayList<>();
  private String name = "";
  private String title = "";
  private int instances = 1;
  private String type = "";
  private final List<SourceEdit> edits = new ArrayList<>();
  private final List<String> original = new ArrayList<>();
  private final List<String> replacement = new ArrayList<>();

  static List<Breakage> read() {
    try (InputStream file = BreakageFile.class.getResourceAsStream("breakages.txt")) {
      return parse(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Breakage> parse(String text) {
    BreakageFile file = new BreakageFile();
    text.lines().forEach(file::line);
    file.endBreakage();
    return file.breakages;
  }

  private void line(String line) {
    if (line.startsWith("= ")) {
      endBreakage();
      name = line.substring(2);
    } else if (line.startsWith("@instances ")) {
      instances = Integer.parseInt(line.substring("@instances ".length()));
    } else if (line.startsWith("@ ")) {
      endEdit();
      type = line.substring(2);
    } else if (line.startsWith("-")) {
      if (!replacement.isEmpty()) {
        endEdit();
      }
      original.add(line.substring(1));
    } else if (line.startsWith("+")) {
      replacement.add(line.substring(1));
    } else if (!line.isBlank() && !line.startsWith("#")) {
      title = title.isEmpty() ? line : title + " " + line;
    }
  }

  private void endEdit() {
    if (!original.isEmpty()) {
      edits.add(new SourceEdit(type, String.join("\n", original), String.join("\n", replacement)));
    }
    original.clear();
    replacement.clear();
  }

  private void endBreakage() {
    endEdit();
    if (!name.isEmpty()) {
      breakages.add(new Breakage(name, title, instances, edits));
    }
    name = "";
    title = "";
    instances = 1;
    edits.clear();
  }
}
