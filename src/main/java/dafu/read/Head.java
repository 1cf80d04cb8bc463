package dafu.read;

import dafu.cache.Print;
import dafu.model.Reply;
import dafu.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The front matter of one file, read.
 *
 * @param print of the file, where somebody may ask for this head again
 * @param proposal whether the text of what was asked stands beside it
 * @param reply absent where it could not be read
 */
public record Head(String id, Print print, boolean proposal, Optional<Reply> reply, List<Diagnostic> findings) {
    /** The name of the file, below the content folder. */
    public String file() {
        return id + ".md";
    }

    /** The same with another print. */
    public Head with(Print other) {
        return new Head(id, other, proposal, reply, findings);
    }

    /** Whether two say the same of a reply. */
    public boolean isSame(Head other) {
        return id.equals(other.id)
                && proposal == other.proposal
                && reply.isPresent() == other.reply.isPresent()
                && (reply.isEmpty() || reply.get().isSame(other.reply.orElseThrow()));
    }
}
