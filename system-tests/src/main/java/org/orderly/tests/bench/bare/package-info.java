/**
 * A JAX-RS resource that does nothing, in an application of its own: what the server itself takes
 * for a request. It is deployed into the server of a bench, and is no part of the product.
 */
package org.orderly.tests.bench.bare;
