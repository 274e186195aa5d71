/**
 * The client of the bench, in a process of its own: it shares the processors with what is measured,
 * but neither its heap nor its compilers. It takes load plans as lines of JSON and answers with
 * what came of them, latencies as whole histograms.
 */
package org.orderly.tests.bench.client;
