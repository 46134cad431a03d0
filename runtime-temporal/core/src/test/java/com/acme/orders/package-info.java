/** What the generator makes of {@code place-order.saga}, written by hand: the form that generated code has. */
@org.jspecify.annotations.NullMarked
package com.acme.orders;
