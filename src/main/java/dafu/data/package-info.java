/** The archive as open data: files for programs, with what the pages show and nothing more. */
@NullMarked
package dafu.data;

import org.jspecify.annotations.NullMarked;
