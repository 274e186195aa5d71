/**
 * What tests of several areas share: the running shop, its clients, its databases and mailbox, and
 * waiting for a condition. Tests of one area keep what only they use in their own package.
 */
package org.orderly.tests.support;
