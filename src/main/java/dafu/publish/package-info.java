/** A stream of files to a directory, all of it or none; the manifest that anyone can verify it by. Imports the JDK only. */
@NullMarked
package dafu.publish;

import org.jspecify.annotations.NullMarked;
