package org.orderly.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Work under the transaction annotations that the container reads. */
@ApplicationScoped
class ContainerTransactions {

  @Transactional
  <T> T required(Supplier<T> work) {
    return work.get();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  <T> T requiresNew(Supplier<T> work) {
    return work.get();
  }
}
