/** What runs, and when: the plan of a saga, and one lowering from the model for each saga pattern. */
@NullMarked
package dev.skald.codegen.plan;

import org.jspecify.annotations.NullMarked;
