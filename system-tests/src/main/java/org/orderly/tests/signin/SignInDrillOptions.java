package org.orderly.tests.signin;

import java.time.Duration;

/**
 * What a drill was asked for.
 *
 * @param guesses at one password
 * @param thefts of refresh tokens
 * @param time of each row of the costs
 */
record SignInDrillOptions(int guesses, int thefts, Duration time) {}
