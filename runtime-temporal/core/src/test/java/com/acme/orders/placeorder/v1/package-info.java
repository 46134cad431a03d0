/** The generated side of version 1 of the saga PlaceOrder, written by hand. */
@NullMarked
package com.acme.orders.placeorder.v1;

import org.jspecify.annotations.NullMarked;
