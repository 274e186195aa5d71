/**
 * The sign-in drill: what signing in and checking tokens cost, how many guesses of a password are
 * evaluated, and what a stolen refresh token is worth.
 */
package org.orderly.tests.signin;
