/** Benchmarks: commands, never tests. They need the profile {@code bench}, which brings a word list. */
@NullMarked
package dafu.bench;

import org.jspecify.annotations.NullMarked;
