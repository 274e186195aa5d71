package org.orderly.tests.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderly.tests.supply.Bill.Component;

/** Holds what is delivered to docs/security; needs no running shop and no network. */
class SupplyChainIT {

  private static List<Bill> bills;
  private static Licences licences;
  private static Advisories advisories;

  @BeforeAll
  static void read() throws IOException {
    bills = Delivery.bills();
    licences = Licences.read(Delivery.HOME);
    advisories = Advisories.read(Delivery.HOME);
  }

  @Test
  void billsNameEveryLibraryThatIsDelivered() throws IOException {
    assertThat(Delivery.libraries("orderly.war")).hasSizeGreaterThan(30).allMatch(named(0));
    assertThat(Delivery.libraries("artemis-ra.rar")).hasSizeGreaterThan(10).allMatch(named(1));
    assertThat(Delivery.launcherLibraries()).hasSizeGreaterThan(30).allMatch(named(2));
  }

  /** The launcher itself is what its bill is about, and not a component of it. */
  private static Predicate<String> named(int bill) {
    return file ->
        file.startsWith("orderly-server-config-")
            || bills.get(bill).components().stream()
                .anyMatch(component -> component.isCopiedAs(file));
  }

  @Test
  void everyLibraryHasAnAllowedLicence() {
    assertThat(libraries())
        .filteredOn(library -> !licences.allow(library))
        .as("libraries whose licence is unknown or not in docs/security/licences.json")
        .extracting(library -> library + " " + licences.licencesOf(library))
        .isEmpty();
  }

  @Test
  void refusesALicenceThatIsNotAllowedAndOneThatIsUnknown() {
    assertThat(licences.allow(library("liquibase-core", "5.0.4", "FSL-1.1-ALv2"))).isFalse();
    assertThat(licences.allow(library("something", "1", "AGPL-3.0-only"))).isFalse();
    assertThat(licences.allow(new Component("a", "b", "1", List.of()))).isFalse();
  }

  @Test
  void noLibraryHasAKnownVulnerability() throws IOException {
    Stream<Component> delivered =
        Stream.concat(libraries().stream(), Delivery.insideTheServer().stream());
    assertThat(delivered.flatMap(library -> advisories.against(library).stream()).toList())
        .as("vulnerabilities named in docs/security/advisories.json")
        .isEmpty();
  }

  @Test
  void findsWhatIsVulnerable() {
    Component former =
        new Component("org.apache.httpcomponents.core5", "httpcore5", "5.3.6", List.of());
    assertThat(advisories.against(former)).singleElement().asString().contains("CVE-2026-54399");
    Component now =
        new Component("org.apache.httpcomponents.core5", "httpcore5", "5.4.4", List.of());
    assertThat(advisories.against(now)).isEmpty();
  }

  @Test
  void readsWhatTheServerIsMadeOf() throws IOException {
    assertThat(Delivery.insideTheServer())
        .extracting(Component::coordinates)
        .contains("com.fasterxml.jackson.core:jackson-databind", "com.nimbusds:nimbus-jose-jwt");
  }

  @Test
  void noticeNamesEveryLibrary() throws IOException {
    String notice = Files.readString(Delivery.HOME.resolve("NOTICE"));
    assertThat(libraries())
        .extracting(Component::coordinates)
        .allMatch(coordinates -> notice.contains("\n" + coordinates + " "));
  }

  private static Set<Component> libraries() {
    return bills.stream()
        .flatMap(bill -> bill.components().stream())
        .filter(component -> !component.isOurs())
        .collect(Collectors.toSet());
  }

  private static Component library(String name, String version, String licence) {
    return new Component("org.example", name, version, List.of(licence));
  }
}
