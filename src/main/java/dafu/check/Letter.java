package dafu.check;

import dafu.model.Archive;
import dafu.model.Metadata;
import dafu.model.Reply;
import dafu.model.Text;
import dafu.text.Han;
import dafu.text.Location;
import dafu.text.Patterns;
import dafu.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;

/**
 * A reply with its text, as rules look at it.
 *
 * @param source the file, masked
 * @param body where in it the letter begins
 * @param text the letter, read
 * @param lines those of its lines that hold words
 * @param titled what its title says is answered
 */
public record Letter(
        Archive archive, Reply reply, Source source, int body, Text text, List<Line> lines, Optional<Asked> titled) {
    /** What rules look for in its lines. */
    static final Patterns PATTERNS = new Patterns(Letter.class, "letters.txt");

    /** How far down a letter may say what it answers. */
    private static final int OPENING = 12;

    private static final String MARKS = "#>*-+_ \t\u3000|";

    /** A line in half width without the marks of Markdown around it, and where in the letter it begins. */
    record Line(int start, String words) {}

    public Letter(Archive archive, Reply reply, Source source, int body, Text text) {
        this(
                archive,
                reply,
                source,
                body,
                text,
                lines(text.prose()),
                Asked.in(reply.metadata().title()));
    }

    Metadata metadata() {
        return reply.metadata();
    }

    /** The letter as Markdown. */
    String markdown() {
        return source.text().substring(body);
    }

    /** The letter without code, addresses, HTML and masks; offsets are those of {@link #markdown}. */
    String prose() {
        return text.prose();
    }

    /** The line that says what is answered: 收悉, 答复如下. */
    private Optional<Line> opening() {
        return lines.stream()
                .limit(OPENING)
                .filter(line -> line.words.contains("收悉") || line.words.contains("如下"))
                .findFirst();
    }

    /** What title and opening say is answered, and where. */
    void asked(BiConsumer<Asked, Supplier<Location>> take) {
        titled.ifPresent(
                asked -> take.accept(asked, () -> at("title", metadata().title())));
        opening()
                .ifPresent(line -> Asked.in(line.words)
                        .ifPresent(asked ->
                                take.accept(asked, () -> at(line.start + asked.from(), line.start + asked.to()))));
    }

    /** A place in the letter, by offsets from its beginning. */
    Location at(int start, int end) {
        return source.location(body + start, body + end);
    }

    Location at(Line line) {
        return at(line.start, line.start + line.words.length());
    }

    /** Where in a line a pattern was found. */
    Location at(Line line, MatchResult found) {
        return at(line.start + found.start(), line.start + found.end());
    }

    /** Where a key's value says this. */
    Location at(String key, String words) {
        return source.find(reply.at(key), words);
    }

    private static List<Line> lines(String prose) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < prose.length(); ) {
            int newline = prose.indexOf('\n', start);
            int next = newline < 0 ? prose.length() : newline;
            int from = start;
            int to = next;
            while (from < to && MARKS.indexOf(prose.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && MARKS.indexOf(prose.charAt(to - 1)) >= 0) {
                to--;
            }
            if (to > from) {
                lines.add(new Line(from, Han.fold(prose.substring(from, to))));
            }
            start = next + 1;
        }
        return lines;
    }
}
