/** Published pages and documents as drafts for the content folder: what they say, how sure that is, and nothing more. */
@NullMarked
package dafu.importer;

import org.jspecify.annotations.NullMarked;
