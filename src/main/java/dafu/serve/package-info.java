/** A site at a local port that follows its files: for editors who look at what they write. */
@NullMarked
package dafu.serve;

import org.jspecify.annotations.NullMarked;
