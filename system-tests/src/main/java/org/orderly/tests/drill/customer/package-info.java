/**
 * The customers of the drill: what they buy, deposit and restock, each request sent until its
 * answer is definite, and what each call was answered.
 */
package org.orderly.tests.drill.customer;
