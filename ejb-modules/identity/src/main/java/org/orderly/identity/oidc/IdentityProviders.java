package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The providers that the environment names: {@code ORDERLY_OIDC_<NAME>_ISSUER}, {@code _CLIENT_ID},
 * {@code _CLIENT_SECRET}.
 *
 * <p>The environment itself is read, since names that somebody else chooses are no properties that
 * could be asked for.
 */
@ApplicationScoped
class IdentityProviders {

  private static final Logger LOG = Logger.getLogger(IdentityProviders.class.getName());
  private static final Pattern CLIENT_ID = Pattern.compile("ORDERLY_OIDC_([A-Z0-9_]+)_CLIENT_ID");
  private static final Map<String, String> KNOWN_ISSUERS =
      Map.of("GOOGLE", "https://accounts.google.com");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Map<String, IdentityProvider> byName = new TreeMap<>();

  IdentityProviders() {
    this(System.getenv());
  }

  IdentityProviders(Map<String, String> environment) {
    environment.keySet().stream()
        .map(CLIENT_ID::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .forEach(name -> add(name, environment));
  }

  private void add(String name, Map<String, String> environment) {
    String prefix = "ORDERLY_OIDC_" + name + "_";
    String id = environment.getOrDefault(prefix + "CLIENT_ID", "");
    String issuer = environment.getOrDefault(prefix + "ISSUER", KNOWN_ISSUERS.get(name));
    if (id.isBlank() || issuer == null) {
      LOG.severe(() -> prefix + "ISSUER and " + prefix + "CLIENT_ID must both be set");
      return;
    }
    boolean plainHttp = isLoopback(issuer) || "true".equals(environment.get(prefix + "ALLOW_HTTP"));
    if (!issuer.startsWith("https://") && !(plainHttp && issuer.startsWith("http://"))) {
      LOG.severe(() -> prefix + "ISSUER must be an https address");
      return;
    }
    String shown = name.toLowerCase(Locale.ROOT).replace('_', '-');
    String secret = environment.getOrDefault(prefix + "CLIENT_SECRET", "");
    byName.put(shown, new IdentityProvider(shown, issuer, id, secret, plainHttp));
  }

  private static boolean isLoopback(String issuer) {
    try {
      return LOOPBACK.contains(String.valueOf(URI.create(issuer).getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** In alphabetical order. */
  Set<String> names() {
    return byName.keySet();
  }

  /**
   * @throws UnknownIdentityProvider if the configuration names none like that
   */
  IdentityProvider named(String name) {
    IdentityProvider identityProvider = byName.get(name);
    if (identityProvider == null) {
      throw new UnknownIdentityProvider();
    }
    return identityProvider;
  }
}
