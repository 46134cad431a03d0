/**
 * One suite of things that go wrong, run by each of the eight sagas; what each does then is in {@code eight-runs.md}.
 */
package com.acme.eight.suite;
