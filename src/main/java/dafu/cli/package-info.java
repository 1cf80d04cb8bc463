/** The command: its options, what it prints, its exit status. */
@NullMarked
package dafu.cli;

import org.jspecify.annotations.NullMarked;
