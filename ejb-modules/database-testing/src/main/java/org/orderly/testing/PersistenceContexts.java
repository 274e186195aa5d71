package org.orderly.testing;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.transaction.jta.platform.internal.NarayanaJtaPlatform;
import org.jboss.weld.injection.spi.JpaInjectionServices;
import org.jboss.weld.injection.spi.ResourceReferenceFactory;

/**
 * Injects entity managers of the real persistence units, as a container does: one persistence
 * context per JTA transaction, and outside of a transaction one per call.
 */
final class PersistenceContexts implements JpaInjectionServices {

  private final Wiring wiring;
  private final Map<String, EntityManagerFactory> factories = new HashMap<>();

  PersistenceContexts(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public ResourceReferenceFactory<EntityManager> registerPersistenceContextInjectionPoint(
      InjectionPoint point) {
    String unit = point.getAnnotated().getAnnotation(PersistenceContext.class).unitName();
    return Resources.reference(() -> entityManager(unit));
  }

  @Override
  public ResourceReferenceFactory<EntityManagerFactory> registerPersistenceUnitInjectionPoint(
      InjectionPoint point) {
    throw new UnsupportedOperationException();
  }

  private EntityManager entityManager(String unit) {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              EntityManager current = current(unit);
              try {
                return method.invoke(
                    current == null ? factory(unit).createEntityManager() : current, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private EntityManager current(String unit) {
    TransactionSynchronizationRegistry registry = wiring.registry();
    if (registry.getTransactionKey() == null) {
      return null;
    }
    String key = "entities of " + unit;
    if (registry.getResource(key) instanceof EntityManager present) {
      return present;
    }
    EntityManager opened = factory(unit).createEntityManager();
    registry.putResource(key, opened);
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Hibernate flushes by itself
          }

          @Override
          public void afterCompletion(int status) {
            opened.close();
          }
        });
    return opened;
  }

  private synchronized EntityManagerFactory factory(String unit) {
    return factories.computeIfAbsent(
        unit,
        name ->
            Persistence.createEntityManagerFactory(
                name,
                Map.of(
                    "jakarta.persistence.jtaDataSource",
                    wiring.dataSource(name),
                    "hibernate.transaction.jta.platform",
                    NarayanaJtaPlatform.class.getName())));
  }

  @Override
  public synchronized void cleanup() {
    factories.values().forEach(EntityManagerFactory::close);
    factories.clear();
  }
}
