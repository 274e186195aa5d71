package org.orderly.cart;

import jakarta.data.repository.DataRepository;
import java.util.Set;
import org.eclipse.jnosql.mapping.metadata.ClassScanner;

/**
 * Tells Jakarta NoSQL its one entity.
 *
 * <p>It would otherwise look for entities in every class of the server and of all libraries, which
 * is a quarter of a start and 400 MiB of heap. The web module names this class as the service,
 * since its own folder is searched before the libraries; so does this library, for the EAR.
 */
public final class CartEntities implements ClassScanner {

  @Override
  public Set<Class<?>> entities() {
    return Set.of(StoredCart.class);
  }

  @Override
  public Set<Class<?>> embeddables() {
    return Set.of();
  }

  @Override
  public Set<Class<?>> repositories() {
    return Set.of();
  }

  @Override
  public <T extends DataRepository<?, ?>> Set<Class<?>> repositories(Class<T> kind) {
    return Set.of();
  }

  @Override
  public Set<Class<?>> repositoriesStandard() {
    return Set.of();
  }

  @Override
  public Set<Class<?>> customRepositories() {
    return Set.of();
  }
}
