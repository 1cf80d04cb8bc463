/** What one run leaves for the next: records as bytes, and what tells cheaply that a file is as it was. */
@NullMarked
package dafu.cache;

import org.jspecify.annotations.NullMarked;
