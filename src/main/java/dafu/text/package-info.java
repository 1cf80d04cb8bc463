/** One file's text, a place in it, what was noticed there; and what a text alone can tell. Imports the JDK only. */
@NullMarked
package dafu.text;

import org.jspecify.annotations.NullMarked;
