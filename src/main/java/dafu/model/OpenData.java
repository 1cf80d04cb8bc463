package dafu.model;

import java.util.List;
import java.util.stream.Stream;

/** What the files for programs hold: the one list of columns that the files, their descriptions and the page follow. */
public final class OpenData {
    /** What a line says beside the front matter. */
    public record Line(String id, String address, String sha256) {
        public static final Schema<Line> SCHEMA = Schema.of(Line.class);
    }

    /** A line of a file of texts. */
    public record Words(String address, String text) {
        public static final Schema<Words> SCHEMA = Schema.of(Words.class);
    }

    /** The members of a line of {@code replies.jsonl}, in order. */
    public static final List<Schema.Field> LINE = Stream.concat(
                    Line.SCHEMA.fields().stream(), Metadata.SCHEMA.fields().stream())
            .toList();

    /** The columns of {@code replies.csv}: the same, with a column for each key of a map. */
    public static final List<Column> COLUMNS = LINE.stream().flatMap(Column::of).toList();

    /**
     * A column of the table.
     *
     * @param outer the member of the line, and the key within it where that is a map
     */
    public record Column(Schema.Field outer, List<Schema.Field> inner) {
        private static Stream<Column> of(Schema.Field field) {
            return field.kind() == Schema.Kind.RECORD
                    ? field.nested().orElseThrow().fields().stream().map(inner -> new Column(field, List.of(inner)))
                    : Stream.of(new Column(field, List.of()));
        }

        public Schema.Field field() {
            return inner.isEmpty() ? outer : inner.get(0);
        }

        public String name() {
            return inner.isEmpty()
                    ? outer.name()
                    : outer.name() + "." + inner.get(0).name();
        }

        public String zh() {
            return inner.isEmpty()
                    ? outer.zh().get(0)
                    : outer.zh().get(0) + "·" + field().zh().get(0);
        }

        /** Whether every reply has it. */
        public boolean always() {
            return inner.isEmpty() && outer.always();
        }
    }

    /**
     * A file that was written.
     *
     * @param name what it is, in the descriptions; the files of several years differ by the year at its end
     * @param sha256 in lower-case hexadecimal
     * @param records lines of replies, or of figures
     */
    public record DataFile(String name, String path, long bytes, String sha256, long records) {}

    private OpenData() {}
}
