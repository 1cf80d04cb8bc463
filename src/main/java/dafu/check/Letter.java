package dafu.check;

import dafu.model.Reply;
import dafu.text.Location;
import dafu.text.Source;

/**
 * A reply with its text, as rules look at it.
 *
 * @param source the file, masked
 * @param body where in it the letter begins
 */
public record Letter(Reply reply, Source source, int body) {
    /** The letter as Markdown. */
    String text() {
        return source.text().substring(body);
    }

    /** A place in the letter, by offsets from its beginning. */
    Location at(int start, int end) {
        return source.location(body + start, body + end);
    }
}
