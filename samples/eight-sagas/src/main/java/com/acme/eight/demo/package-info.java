/** {@code ./demo --eight}: the eight sagas run one after the other, and one table tells what came of each. */
package com.acme.eight.demo;
