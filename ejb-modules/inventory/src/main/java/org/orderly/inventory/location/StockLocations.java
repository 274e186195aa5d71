package org.orderly.inventory.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.InventoryDatabase;
import org.orderly.inventory.StockLocationId;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Opens, renames and closes stock locations. Each method is, or joins, one transaction. */
@ApplicationScoped
@Transactional
public class StockLocations {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_CODE = 40;
  private static final int MAX_NAME = 100;

  private final LocationRepository locations;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  StockLocations(
      @Domain(InventoryDatabase.DOMAIN) DomainDatabase database,
      @Domain(InventoryDatabase.DOMAIN) Outbox outbox,
      Clock clock) {
    this.locations = new LocationRepository(database);
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All locations, the main one first, then in the order in which they were opened. */
  public List<StockLocationView> all() {
    return locations.all();
  }

  /**
   * @throws UnknownLocation if no location has the code
   */
  public StockLocationView get(String code) {
    return known(locations.share(code), code).view();
  }

  /**
   * Opens a location.
   *
   * @param code lower-case letters, digits and hyphens; never changes
   * @throws LocationCodeTaken if there is, or was, a location with the code
   */
  public StockLocationView open(String code, String name) {
    if (code == null || code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
      throw new InvalidValue(
          "code", "must be 1 to " + MAX_CODE + " lower-case letters, digits and hyphens");
    }
    requireName(name);
    if (!locations.add(code, name.strip())) {
      throw new LocationCodeTaken(code);
    }
    StockLocationView opened = new StockLocationView(code, name.strip(), false);
    note("location.opened", code, null, opened);
    return opened;
  }

  /**
   * @throws UnknownLocation if no location has the code
   */
  public StockLocationView rename(String code, String name) {
    requireName(name);
    LocationRepository.Location location = known(locations.lock(code), code);
    locations.rename(location.id(), name.strip());
    StockLocationView renamed = new StockLocationView(code, name.strip(), location.view().closed());
    note("location.renamed", code, location.view(), renamed);
    return renamed;
  }

  /**
   * Closes an empty location for good; its movements stay. Does nothing if it is closed.
   *
   * @throws UnknownLocation if no location has the code
   * @throws LocationInUse if it has stock, if goods are on the way to or from it, or if it is the
   *     main one
   */
  public void close(String code) {
    LocationRepository.Location location = known(locations.lock(code), code);
    if (location.view().closed()) {
      return;
    }
    if (location.id().equals(StockLocationId.MAIN) || locations.isInUse(location.id())) {
      throw new LocationInUse(code);
    }
    locations.close(location.id(), clock.instant());
    note("location.closed", code, location.view(), null);
  }

  /**
   * The location at which goods are moved; it stays open until the caller's transaction ends.
   *
   * @param code {@code null} for the main location
   * @throws UnknownLocation if no location has the code
   * @throws LocationClosed if it is closed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public StockLocationId require(@Nullable String code) {
    if (code == null) {
      return StockLocationId.MAIN;
    }
    LocationRepository.Location location = known(locations.share(code), code);
    if (location.view().closed()) {
      throw new LocationClosed(code);
    }
    return location.id();
  }

  private static LocationRepository.Location known(
      Optional<LocationRepository.Location> found, String code) {
    return found.orElseThrow(() -> new UnknownLocation(code));
  }

  private static void requireName(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidValue("name", "must have 1 to " + MAX_NAME + " characters");
    }
  }

  private void note(
      String action,
      String code,
      @Nullable StockLocationView before,
      @Nullable StockLocationView after) {
    outbox.append(AuditNote.of(clock, action, code, before, after));
  }
}
