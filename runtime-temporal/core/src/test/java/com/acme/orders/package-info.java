/** What the generator makes of {@code place-order.saga}, written by hand: the form that generated code has. */
@NullMarked
package com.acme.orders;

import org.jspecify.annotations.NullMarked;
