package dafu.report;

import dafu.text.Message;
import dafu.text.Message.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A table in the language of its reader: the names of its columns, and its rows, each as long as these. */
public final class Table {
    private final Language language;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** The names of the columns have commas between. */
    public Table(Language language, String zh, String en) {
        this.language = language;
        this.head = List.of(new Message(zh, en).in(language).split("、|, "));
    }

    /** Adds a row: messages in the reader's language, anything else as it is. */
    public void add(Object... values) {
        rows.add(Arrays.stream(values)
                .map(value -> value instanceof Message message ? message.in(language) : String.valueOf(value))
                .toList());
    }

    public List<String> head() {
        return head;
    }

    public List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
