package org.orderly.platform.persistence;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Qualifies the database of one domain, and its outbox, inbox and other tables. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Domain {

  /** The domain whose database decides whether a transaction over several databases commits. */
  String DECIDING = "ordering";

  /** The domain's name, such as {@code "inventory"}. */
  String value();

  /** The qualifier as a value, for a bean that is looked up. */
  final class Literal extends AnnotationLiteral<Domain> implements Domain {

    private static final long serialVersionUID = 1L;

    private final String value;

    public Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
