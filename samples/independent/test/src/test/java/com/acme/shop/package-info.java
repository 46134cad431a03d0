/** Builds the projects of the sample apart from each other, and runs the services as processes of their own. */
@NullMarked
package com.acme.shop;

import org.jspecify.annotations.NullMarked;
