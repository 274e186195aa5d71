package org.orderly.testing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.transaction.Transactional;

/**
 * Gives stateless session beans, which are plain beans here, the transactions that they ask for.
 */
final class StatelessBeans implements Extension {

  /** {@code @Transactional} of a type. */
  private static final class Literal extends AnnotationLiteral<Transactional>
      implements Transactional {

    private static final long serialVersionUID = 1L;

    private final TxType type;

    Literal(TxType type) {
      this.type = type;
    }

    @Override
    public TxType value() {
      return type;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class[] rollbackOn() {
      return new Class[0];
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class[] dontRollbackOn() {
      return new Class[0];
    }
  }

  <T> void addTransactions(
      @Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<T> found) {
    AnnotatedType<T> type = found.getAnnotatedType();
    found
        .configureAnnotatedType()
        .add(of(type.getAnnotation(TransactionAttribute.class)))
        .filterMethods(method -> method.isAnnotationPresent(TransactionAttribute.class))
        .forEach(
            method ->
                method.add(of(method.getAnnotated().getAnnotation(TransactionAttribute.class))));
  }

  private static Transactional of(TransactionAttribute attribute) {
    TransactionAttributeType type =
        attribute == null ? TransactionAttributeType.REQUIRED : attribute.value();
    return new Literal(Transactional.TxType.valueOf(type.name()));
  }
}
