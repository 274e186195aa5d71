package org.orderly.tests.drill;

import java.util.List;

/**
 * The result of a drill.
 *
 * @param rounds how many were run
 * @param differences of the last one, in words
 */
public record DrillResult(boolean proven, int rounds, List<String> differences) {}
