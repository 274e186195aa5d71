package org.orderly.ordering.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Who sells. */
@ApplicationScoped
class DocumentSettings {

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
}
