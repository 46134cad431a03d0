/** Builds the projects of the sample apart from each other, and runs the services as processes of their own. */
package com.acme.shop;
