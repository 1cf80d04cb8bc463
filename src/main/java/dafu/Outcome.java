package dafu;

import dafu.cache.Print;
import dafu.model.MaskCounts;
import dafu.model.Text;
import dafu.text.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the text of one reply gave, beside its page: all that a later build has to know of it while it is as it was.
 *
 * @param hash of its text, as the data files give it
 * @param findings before they are judged
 * @param beside the files from which it was read or which it published, beside its letter
 * @param files their paths in the site, but for its page
 */
record Outcome(
        String id,
        String hash,
        List<Diagnostic> findings,
        List<Text.Anchor> links,
        List<MaskCounts.Of> masks,
        List<Beside> beside,
        List<String> files) {

    /** A file below the content folder. */
    record Beside(String file, Print print) {}

    /** The same with these files more. */
    Outcome with(List<Beside> more) {
        return having(Stream.concat(beside.stream(), more.stream()).toList());
    }

    /** The same with these files. */
    Outcome having(List<Beside> now) {
        return now.isEmpty() && beside.isEmpty() ? this : new Outcome(id, hash, findings, links, masks, now, files);
    }
}
