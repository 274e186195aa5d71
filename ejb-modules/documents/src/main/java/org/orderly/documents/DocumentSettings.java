package org.orderly.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Who sells, and in what letters that is written. */
@ApplicationScoped
class DocumentSettings {

  private static final Logger LOG = Logger.getLogger(DocumentSettings.class.getName());

  private final Config config;

  @Inject
  DocumentSettings(Config config) {
    this.config = config;
  }

  /** Name, address and whatever the law wants to read, line by line. */
  List<String> seller() {
    String lines =
        config.getOptionalValue("orderly.invoice.seller", String.class).orElse("Orderly");
    return List.of(lines.split("\\s*[|\\n]\\s*"));
  }

  /** Fonts beside the delivered ones: the named file, or all in the named folder by their names. */
  List<Path> fonts() {
    Optional<Path> named =
        config.getOptionalValue("orderly.document.fonts", String.class).map(Path::of);
    return named.map(DocumentSettings::files).orElse(List.of());
  }

  private static List<Path> files(Path named) {
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    try (Stream<Path> files = Files.list(named)) {
      return files.filter(file -> file.toString().endsWith(".ttf")).sorted().toList();
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "Documents go without the fonts in " + named);
      return List.of();
    }
  }
}
