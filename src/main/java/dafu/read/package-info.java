/** Files to model: settings, front matter, Markdown. Never throws on content; what is wrong becomes a diagnostic. */
@NullMarked
package dafu.read;

import org.jspecify.annotations.NullMarked;
