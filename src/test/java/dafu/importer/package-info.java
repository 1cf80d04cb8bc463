/** The importer, by the pages it reads. */
@NullMarked
package dafu.importer;

import org.jspecify.annotations.NullMarked;
