/** The program: {@link dafu.Build} is the whole of it on one screen. */
@NullMarked
package dafu;

import org.jspecify.annotations.NullMarked;
