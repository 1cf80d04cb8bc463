package dafu.model;

import java.util.List;
import java.util.stream.Stream;

/** What the files for programs hold: the one list of columns that the files, their descriptions and the page follow. */
public final class OpenData {
    /** What a line says beside the front matter. */
    public record Line(String id, String address, String sha256) {
        public static final Schema<Line> SCHEMA = Schema.of(Line.class);
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
     * @param outer the member of the line; where that is a map, the field is a key of it
     * @param always whether every reply has it
     */
    public record Column(String name, String zh, Schema.Field outer, Schema.Field field, boolean always) {
        private static Stream<Column> of(Schema.Field outer) {
            String zh = outer.zh().get(0);
            return outer.kind() == Schema.Kind.RECORD
                    ? outer.nested().orElseThrow().fields().stream()
                            .map(inner -> new Column(
                                    outer.name() + "." + inner.name(),
                                    zh + "·" + inner.zh().get(0),
                                    outer,
                                    inner,
                                    false))
                    : Stream.of(new Column(outer.name(), zh, outer, outer, outer.always()));
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
