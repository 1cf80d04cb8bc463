/** The search index, from the inside. */
@NullMarked
package dafu.search;

import org.jspecify.annotations.NullMarked;
