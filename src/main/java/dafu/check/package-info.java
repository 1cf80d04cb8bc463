/** What an editor should know before publishing: one method per rule, listed in {@link dafu.check.Rules}. */
@NullMarked
package dafu.check;

import org.jspecify.annotations.NullMarked;
