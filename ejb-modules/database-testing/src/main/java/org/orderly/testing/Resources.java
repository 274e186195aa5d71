package org.orderly.testing;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jboss.weld.injection.spi.ResourceInjectionServices;
import org.jboss.weld.injection.spi.ResourceReference;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;

/**
 * Injects data sources and the transaction's registry.
 *
 * <p>Other resources of the server, such as the broker's connections, stay {@code null}: no test
 * with a database alone may need them.
 */
final class Resources implements ResourceInjectionServices {

  private static final String POOLS = "jdbc/";

  /** Ends the name of a second pool to the same database. */
  private static final String READS = "-reads";

  private final Wiring wiring;

  Resources(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(InjectionPoint point) {
    Resource resource = point.getAnnotated().getAnnotation(Resource.class);
    return of(resource.lookup(), point.getType());
  }

  @Override
  public ResourceReferenceFactory<Object> registerResourceInjectionPoint(
      String name, String mappedName) {
    return of(name, Object.class);
  }

  private ResourceReferenceFactory<Object> of(String name, Type type) {
    if (name.startsWith(POOLS)) {
      String domain = name.substring(POOLS.length()).replace(READS, "");
      return reference(() -> wiring.dataSource(domain));
    }
    if (type == TransactionSynchronizationRegistry.class) {
      return reference(wiring::registry);
    }
    return reference(() -> null);
  }

  static <T> ResourceReferenceFactory<T> reference(Supplier<T> of) {
    return () ->
        new ResourceReference<>() {
          @Override
          public T getInstance() {
            return of.get();
          }

          @Override
          public void release() {
            // lives as long as the application
          }
        };
  }

  @Override
  public void cleanup() {
    // lives as long as the application
  }
}
