package org.orderly.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that others call by a protocol of theirs, which may add query parameters and wants
 * them ignored (RFC 6749, 4.1.2). Everywhere else {@link QueryParameters} refuses them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IgnoresUnknownParameters {}
