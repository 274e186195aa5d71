/**
 * A fuzzer that reads the OpenAPI document: it makes requests of every operation, good ones with a
 * few faults, and checks what every answer has to be like.
 */
package org.orderly.tests.fuzz;
