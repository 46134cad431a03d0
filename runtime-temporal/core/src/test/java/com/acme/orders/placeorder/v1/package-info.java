/** The generated side of version 1 of the saga PlaceOrder, written by hand. */
@org.jspecify.annotations.NullMarked
package com.acme.orders.placeorder.v1;
