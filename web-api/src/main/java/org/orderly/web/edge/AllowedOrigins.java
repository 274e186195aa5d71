package org.orderly.web.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose pages may call the API; in the configuration between commas. */
@ApplicationScoped
class AllowedOrigins {

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([\\w.-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");

  private final Set<String> origins;

  /** A wildcard is refused like all that is no origin: whom the shop trusts, it names. */
  @Inject
  AllowedOrigins(@ConfigProperty(name = "orderly.cors.origins") Optional<String> configured) {
    this.origins =
        configured.stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "ORDERLY_CORS_ORIGINS: \"" + origin + "\" is no origin, such as https://shop.example");
      }
    }
  }

  /** Reads the configuration when the application starts, so that a wrong one stops the start. */
  void open(@Observes @Initialized(ApplicationScoped.class) Object started) {}

  boolean areNone() {
    return origins.isEmpty();
  }

  boolean contains(String origin) {
    return origins.contains(origin);
  }
}
