package dafu.importer;

import dafu.text.Message;
import java.util.List;

/**
 * A value that was read from a page.
 *
 * @param key the key of the front matter; a point leads into a record, as in {@code contact.phone}
 * @param line where it stands, 0 where the page does not say it in a line
 * @param quote the words it was read from, masked
 */
public record Finding(String key, List<String> values, Certainty certainty, int line, String quote) {
    /** How far the words leave room for another reading. */
    public enum Certainty {
        CERTAIN("确定", "certain"),
        LIKELY("较可靠", "likely"),
        GUESSED("猜测", "guessed");

        private final Message name;

        Certainty(String zh, String en) {
            this.name = Message.of(zh, en);
        }

        public Message message() {
            return name;
        }
    }

    public Finding {
        values = List.copyOf(values);
    }
}
