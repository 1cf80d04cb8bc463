package dafu.read;

import dafu.text.Diagnostic;
import dafu.text.Location;
import dafu.text.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML 1.2 as a tree of texts with their places. Scalars stay as they are written, so that the number 058 keeps its zero;
 * collections may not be aliased, so that a small file cannot become a large one.
 */
final class Yaml {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_DEPTH = 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MAX_CHARACTERS)
            .setUseMarks(true)
            .build();
    /** A key at the start of a line that a full-width colon ends: the commonest slip of a Chinese keyboard. */
    private static final Pattern WIDE_COLON =
            Pattern.compile("( *(?:- +)?)([^\\s:：#'\"\\[{|>-][^:：'\"]{0,40})：\\s*(.*)");
    /** A line on which a value begins, after its key or as an item: what follows deeper goes on with it. */
    private static final Pattern VALUE =
            Pattern.compile("( *(?:- +(?=[^\\s:]+:\\s))*)(?:[^\\s:#][^:]*:\\s+|- +)([^\\s#].*)");

    private Yaml() {}

    /** A value and where it stands. */
    sealed interface Value {
        Location at();
    }

    record Scalar(Location at, String text) implements Value {}

    record Sequence(Location at, List<Value> items) implements Value {}

    record Mapping(Location at, List<Entry> entries) implements Value {}

    record Entry(Scalar key, Value value) {}

    /**
     * Reads the lines as a mapping; an empty one where there is none.
     *
     * @param firstLine the line of the file that the text begins at, counted from 1
     */
    static Parsed<Mapping> parse(String file, String text, int firstLine) {
        List<Diagnostic> found = new ArrayList<>();
        Places places = new Places(file, firstLine);
        String mended = mend(text, places, found);
        Mapping nothing = new Mapping(new Location(file, firstLine, 1, 0), List.of());
        Shallow composer = new Shallow(mended);
        try {
            Optional<Node> root = composer.getSingleNode();
            if (root.isEmpty()) {
                return new Parsed<>(nothing, found);
            }
            if (root.get() instanceof MappingNode mapping) {
                return new Parsed<>((Mapping) convert(mapping, places), found);
            }
            found.add(Diagnostic.of(
                    "yaml/lines", places.of(root.get().getStartMark().orElseThrow(), 0)));
        } catch (MarkedYamlEngineException wrong) {
            found.add(syntax(wrong, places, nothing.at));
        } catch (NumberFormatException endsWithinAnEscape) {
            String[] before = mended.substring(0, mended.lastIndexOf('"')).split("\n", -1);
            found.add(Diagnostic.of("yaml/open", places.at(before.length - 1, before[before.length - 1].length(), 1)));
        } catch (YamlEngineException wrong) {
            String what = composer.depth > MAX_DEPTH ? "yaml/depth" : "yaml/unreadable";
            found.add(Diagnostic.of(what, nothing.at, wrong.getMessage()));
        }
        return new Parsed<>(nothing, found);
    }

    /** Reports tabs and full-width colons, and goes on as if they had been written right. */
    private static String mend(String text, Places places, List<Diagnostic> found) {
        if (text.indexOf('\t') < 0 && text.indexOf('：') < 0) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        // Deeper lines go on with the value that began at this column; in a block they are text, whatever they hold.
        int value = Integer.MAX_VALUE;
        boolean block = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int indent = line.length() - line.stripLeading().length();
            boolean more = line.isBlank() || indent > value;
            if (more && block) {
                continue;
            }
            int tab = line.indexOf('\t');
            if (tab >= 0 && line.substring(0, tab).isBlank()) {
                found.add(Diagnostic.of("yaml-tab", places.at(i, tab, 1)));
                line = line.replace('\t', ' ');
            }
            var colon = WIDE_COLON.matcher(line);
            if (!more && colon.matches()) {
                found.add(Diagnostic.of("yaml-colon", places.at(i, colon.end(2), 1), colon.group(2)));
                places.widened(i, line.length() - colon.group(3).length(), colon.end(2) + 2);
                line = colon.group(1) + colon.group(2) + ": " + colon.group(3);
            }
            if (!more) {
                var entry = VALUE.matcher(line);
                value = entry.matches() ? entry.end(1) : Integer.MAX_VALUE;
                block = entry.matches() && entry.group(2).matches("[|>][-+0-9]*\\s*");
            }
            lines[i] = line;
        }
        return String.join("\n", lines);
    }

    private static Value convert(Node node, Places places) {
        Mark mark = node.getStartMark().orElseThrow();
        if (node instanceof ScalarNode scalar) {
            int length = node.getEndMark()
                    .filter(end -> end.getLine() == mark.getLine())
                    .map(end -> end.getColumn() - mark.getColumn())
                    .orElse(0);
            return new Scalar(places.of(mark, length), scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return new Sequence(
                    places.of(mark, 0),
                    sequence.getValue().stream()
                            .map(item -> convert(item, places))
                            .toList());
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            Value key = convert(tuple.getKeyNode(), places);
            Scalar name = key instanceof Scalar scalar ? scalar : new Scalar(key.at(), "?");
            entries.add(new Entry(name, convert(tuple.getValueNode(), places)));
        }
        return new Mapping(places.of(mark, 0), List.copyOf(entries));
    }

    private static Diagnostic syntax(MarkedYamlEngineException wrong, Places places, Location start) {
        Location at = wrong.getProblemMark().map(mark -> places.of(mark, 1)).orElse(start);
        String problem = String.valueOf(wrong.getProblem());
        if (problem.contains("unexpected end of stream")
                && wrong.getContextMark().isPresent()) {
            return Diagnostic.of("yaml/open", places.of(wrong.getContextMark().get(), 1));
        }
        String what = problem.contains("mapping values are not allowed")
                ? "yaml/quote"
                : problem.contains("could not find expected ':'") ? "yaml/colon" : "yaml";
        return Diagnostic.of(what, at, problem);
    }

    /** Composes what nests little enough for any thread's stack. */
    private static final class Shallow extends Composer {
        private int depth;

        Shallow(String text) {
            super(SETTINGS, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
        }

        @Override
        protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
            enter();
            SequenceNode node = super.composeSequenceNode(anchor);
            depth--;
            return node;
        }

        @Override
        protected Node composeMappingNode(Optional<Anchor> anchor) {
            enter();
            Node node = super.composeMappingNode(anchor);
            depth--;
            return node;
        }

        private void enter() {
            if (++depth > MAX_DEPTH) {
                throw new YamlEngineException("too deep");
            }
        }
    }

    /** Places in the file, also on lines that were mended: what comes after the mended colon moves back. */
    private static final class Places {
        private final String file;
        private final int firstLine;
        private final java.util.Map<Integer, int[]> widened = new java.util.HashMap<>();

        Places(String file, int firstLine) {
            this.file = file;
            this.firstLine = firstLine;
        }

        void widened(int line, int writtenColumn, int mendedColumn) {
            widened.put(line, new int[] {mendedColumn, writtenColumn - mendedColumn});
        }

        Location at(int line, int column, int length) {
            return new Location(file, firstLine + line, column + 1, length);
        }

        Location of(Mark mark, int length) {
            int[] moved = widened.get(mark.getLine());
            int column = moved != null && mark.getColumn() >= moved[0] ? mark.getColumn() + moved[1] : mark.getColumn();
            return at(mark.getLine(), column, length);
        }
    }
}
