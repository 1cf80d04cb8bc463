/** What crosses between the stages: settings, replies, texts, the archive and its groupings, pages. Immutable. */
@NullMarked
package dafu.model;

import org.jspecify.annotations.NullMarked;
