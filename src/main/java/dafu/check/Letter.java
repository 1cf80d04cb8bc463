package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Text;
import dafu.text.Location;
import dafu.text.Source;

/**
 * A reply with its text, as rules look at it.
 *
 * @param source the file, masked
 * @param body where in it the letter begins
 * @param text the letter, read
 */
public record Letter(Archive archive, Reply reply, Source source, int body, Text text) {
    Metadata metadata() {
        return reply.metadata();
    }

    /** The letter as Markdown. */
    String markdown() {
        return source.text().substring(body);
    }

    /** A place in the letter, by offsets from its beginning. */
    Location at(int start, int end) {
        return source.location(body + start, body + end);
    }

    /** Where a key's value says this. */
    Location at(String key, String words) {
        return source.find(reply.at(key), words);
    }
}
