/** The search index: terms of every reply, sorted into small files that a script in the browser reads. */
@NullMarked
package dafu.search;

import org.jspecify.annotations.NullMarked;
