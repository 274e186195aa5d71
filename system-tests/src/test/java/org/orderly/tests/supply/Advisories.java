package org.orderly.tests.supply;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.orderly.tests.supply.Bill.Component;

/**
 * The vulnerabilities that this repository knows of, so that a build without a network finds them.
 *
 * @param accepted which are known and kept, with the reason
 */
record Advisories(String updated, List<Advisory> advisories, List<Accepted> accepted) {

  /**
   * @param id of the CVE or, where there is none, of the advisory
   * @param component group and artifact
   * @param affected versions, in Maven's notation of ranges
   */
  record Advisory(
      String id, @JsonProperty("package") String component, String affected, String what) {

    boolean concerns(Component candidate) {
      if (!component.equals(candidate.coordinates())) {
        return false;
      }
      try {
        return VersionRange.createFromVersionSpec(affected)
            .containsVersion(new DefaultArtifactVersion(candidate.version()));
      } catch (InvalidVersionSpecificationException e) {
        throw new IllegalArgumentException(id + ": " + affected, e);
      }
    }
  }

  /** A vulnerability that cannot be reached, or that nothing newer mends. */
  record Accepted(String id, @JsonProperty("package") String component, String why) {}

  static Advisories read(Path home) throws IOException {
    Path file = home.resolve("docs/security/advisories.json");
    return new ObjectMapper().readValue(file.toFile(), Advisories.class);
  }

  /** What is wrong with a component, each with the name of the vulnerability. */
  List<String> against(Component component) {
    return advisories.stream()
        .filter(advisory -> advisory.concerns(component) && !isAccepted(advisory))
        .map(advisory -> component + " has " + advisory.id() + ": " + advisory.what())
        .toList();
  }

  private boolean isAccepted(Advisory advisory) {
    return accepted.stream()
        .anyMatch(
            kept ->
                kept.id().equals(advisory.id()) && kept.component().equals(advisory.component()));
  }
}
