package org.orderly.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of {@code docs/full-server.md}, each under its heading. */
final class Instructions {
  private final String page;

  Instructions(Path page) throws IOException {
    this.page = Files.readString(page);
  }

  String under(String heading) {
    Matcher commands =
        Pattern.compile(
                "^### " + Pattern.quote(heading) + "$(?:(?!^### ).)*?^```sh\\n(.*?)^```$",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    if (!commands.find()) {
      throw new AssertionError("no commands under " + heading);
    }
    return commands.group(1);
  }
}
