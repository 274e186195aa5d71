/**
 * Tests the crash drill: breaks the commit protocol or the checkout on a copy of the distribution,
 * one rule at a time, and expects the drill to notice.
 */
package org.orderly.tests.drill.selftest;
