package org.orderly.testing;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import org.jboss.weld.transaction.spi.TransactionServices;

/** A real JTA transaction manager (Narayana) that keeps its own log in memory. */
final class JtaTransactions implements TransactionServices {

  static {
    inMemory(BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class));
    for (String store : new String[] {"communicationStore", "stateStore"}) {
      inMemory(BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store));
    }
    try {
      arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("test");
      // nothing is recovered, so nobody asks how a transaction ended
      arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
    } catch (CoreEnvironmentBeanException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final TransactionSynchronizationRegistry registry =
      new TransactionSynchronizationRegistryImple();

  private static void inMemory(ObjectStoreEnvironmentBean store) {
    store.setObjectStoreType(VolatileStore.class.getName());
  }

  TransactionManager manager() {
    return com.arjuna.ats.jta.TransactionManager.transactionManager();
  }

  TransactionSynchronizationRegistry registry() {
    return registry;
  }

  @Override
  public void registerSynchronization(Synchronization synchronization) {
    try {
      manager().getTransaction().registerSynchronization(synchronization);
    } catch (RollbackException | SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isTransactionActive() {
    try {
      return manager().getStatus() == Status.STATUS_ACTIVE;
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public UserTransaction getUserTransaction() {
    return com.arjuna.ats.jta.UserTransaction.userTransaction();
  }

  @Override
  public void cleanup() {
    // nothing is left open
  }
}
