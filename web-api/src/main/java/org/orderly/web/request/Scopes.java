package org.orderly.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of the API clients that the roles let in, those alone whose token has this scope. Without it a
 * API client opens nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scopes {

  String CATALOG_WRITE = "catalog:write";
  String STOCK_WRITE = "stock:write";
  String ORDERS_READ = "orders:read";

  String value();
}
