package dafu.report;

import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.ArrayList;
import java.util.List;

/** A table in one language: the names of its columns and its rows, each as long as these. */
public record Table(List<String> head, List<List<String>> rows) {

    public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** Rows to be, in the language of a reader. */
    static final class Rows {
        private final Language language;
        private final List<String> head;
        private final List<List<String>> rows = new ArrayList<>();

        /** @param head the names of the columns, with commas between */
        Rows(Language language, String zh, String en) {
            this.language = language;
            this.head = List.of(new Message(zh, en).in(language).split("、|, "));
        }

        /** Messages in the reader's language, anything else as it is. */
        void add(Object... values) {
            rows.add(cells(values));
        }

        Table table() {
            return new Table(head, rows);
        }

        private List<String> cells(Object... values) {
            List<String> cells = new ArrayList<>();
            for (Object value : values) {
                cells.add(value instanceof Message message ? message.in(language) : String.valueOf(value));
            }
            return cells;
        }
    }
}
