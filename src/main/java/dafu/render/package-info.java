/** Layouts to bytes. Strict: a name that a page does not have is an error when the layouts are loaded, not a blank. */
@NullMarked
package dafu.render;

import org.jspecify.annotations.NullMarked;
