/** Kills the workers of a saga, each a process of its own, and starts them again. */
package com.acme.orders.kill;
