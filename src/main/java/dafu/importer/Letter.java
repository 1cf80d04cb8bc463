package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Han;
import dafu.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** The parts of a reply, told apart from top to bottom: the title, what is said above it, to whom it goes, its text, its foot. */
final class Letter {
    /** How many lines before a page's text may hold its title and its fields. */
    private static final int AROUND = 100;

    private static final int LONGEST_FURNITURE = 120;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_HEAD = 40;

    /** The title; empty text where there is none. */
    Line title = new Line(0, "");

    /** How surely the title is one: it ends as titles do, or only stands where they stand. */
    Certainty sure = Certainty.CERTAIN;

    /** The lines that say to whom it goes; they are the first of the text. */
    List<Line> greeting = List.of();

    /** The letter from its addressee to before its foot. */
    final List<Line> text = new ArrayList<>();

    /** The sign-off and what stands below it. */
    final List<Line> foot = new ArrayList<>();

    /** Fields that lines above or below the letter name. */
    final List<Label> labels = new ArrayList<>();

    /** Other lines above and below: the document's number, the outcome, the disclosure. */
    final List<Line> marks = new ArrayList<>();

    /** Lines with persons' names and telephones, taken out. */
    final List<Line> contacts = new ArrayList<>();

    /** What is not the letter's. */
    final List<Note> dropped = new ArrayList<>();

    private final Page page;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> around = new ArrayList<>();

    /** A named field and its line; below a letter a page names its own keeper. */
    record Label(Words.Named named, Line line, boolean below) {}

    Letter(Page page, List<Line> all) {
        this.page = page;
        all.forEach(this::sort);
        int opening = first(
                LONGEST_HEAD,
                line -> line.fits("opening")
                        && !line.fitsTight("title-end")
                        && line.named().isEmpty());
        int until = opening < 0 ? Math.min(lines.size(), LONGEST_HEAD / 2) : opening + 1;
        int start = first(until, this::isGreeting);
        int greeted = start < 0 ? start : start + 1;
        while (start > 0 && lines.get(start - 1).text().endsWith("、")) {
            start--;
        }
        while (greeted > 0
                && greeted < until
                && isGreeting(lines.get(greeted))
                && lines.get(greeted).fits("members")) {
            greeted++;
        }
        start = start < 0 ? opening : start;
        List<Line> head = new ArrayList<>(around);
        head.addAll(lines.subList(0, start < 0 ? until : start));
        List<Line> plain =
                new ArrayList<>(head.stream().filter(line -> !isField(line)).toList());
        List<Line> used = titles(plain);
        // Without addressee and opening the letter begins below its title.
        if (used.isEmpty() && start > 0) {
            plain.stream()
                    .filter(line -> line.text().length() <= 60
                            && Words.matcher("title-word", line.text()).find())
                    .reduce((first, last) -> last)
                    .ifPresent(line -> {
                        title = line;
                        sure = Certainty.GUESSED;
                        used.add(line);
                    });
        }
        start = start >= 0 ? start : used.isEmpty() ? 0 : lines.indexOf(used.get(used.size() - 1)) + 1;
        plain.removeAll(used);
        for (Line line : plain) {
            if (line.number() >= page.from() && lines.indexOf(line) < start) {
                drop(line, "信函之前的", "before the letter");
            }
        }
        greeting = greeted < start ? List.of() : List.copyOf(lines.subList(start, greeted));
        body(lines.subList(start, lines.size()));
    }

    /** Puts a line with the letter, with what stands around it on a page, or away. */
    private void sort(Line line) {
        boolean furniture = line.text().length() <= LONGEST_FURNITURE
                && !line.isRow()
                && line.text().indexOf('。') < 0
                && line.fits("furniture");
        boolean within = line.number() >= page.from() && line.number() < page.to();
        Matcher greeted = Words.matcher("greeted", Han.fold(line.head()));
        if (furniture || line.number() >= page.to()) {
            line.named().forEach(each -> labels.add(new Label(each, line, true)));
            if (within) {
                drop(line, "网页上的", "part of the page");
            }
        } else if (!within) {
            around.add(line);
            around.subList(0, Math.max(0, around.size() - AROUND)).clear();
        } else if (greeted.matches()) {
            lines.add(line.with(line.text().substring(0, greeted.end(1))));
            lines.add(line.with(line.text().substring(greeted.start(2)).strip()));
        } else {
            lines.add(line);
        }
    }

    private boolean isGreeting(Line line) {
        if (line.text().length() > 90
                || !line.named().isEmpty()
                || line.fitsTight("title-end")
                || line.fits("contact")) {
            return false;
        }
        boolean addressed = line.text().matches("[^。]*[:：]") && !line.fits("opening");
        return addressed
                || line.text().length() <= 40
                        && line.fits("members")
                        && !line.text().matches("(?:关于|对).*");
    }

    /** Whether a line above the letter is a field or a mark, and not perhaps its title. */
    private boolean isField(Line line) {
        line.named().forEach(each -> labels.add(new Label(each, line, false)));
        boolean mark = line.named().isEmpty()
                && isMark(line)
                && (line.number() >= page.from()
                        || Grammar.documentNumber(line.text()).isPresent());
        if (mark) {
            marks.add(line);
        }
        return mark || !line.named().isEmpty();
    }

    private static boolean isMark(Line line) {
        boolean all = true;
        String rest = Han.fold(line.unnumbered().text()).strip();
        for (String token :
                rest.split(Words.matcher("between-marks", "").pattern().pattern())) {
            all &= token.isEmpty() || Words.fit("mark", token);
        }
        return all || line.isDate();
    }

    /** Takes the fullest run of one to three lines that reads as a title; gives back the lines of all such runs. */
    private List<Line> titles(List<Line> plain) {
        List<Line> used = new ArrayList<>();
        int best = -1;
        for (int i = 0; i < plain.size(); i++) {
            Line joined = plain.get(i);
            for (int j = i; j < Math.min(plain.size(), i + 4) && (j == i || goesOn(plain, i)); j++) {
                joined = j == i
                        ? joined
                        : joined.with(joined.text() + plain.get(j).text());
                String title = joined.text().replaceAll("\\s+", " ");
                if (title.length() <= LONGEST_TITLE
                        && joined.fitsTight("title-end")
                        && Words.matcher("title-word", title).find()) {
                    int told = Grammar.session(title).isPresent() ? 1000 : 0;
                    told += title.length() + (Grammar.numbers(title).isEmpty() ? 0 : 1000);
                    this.title = told > best ? joined.with(title) : this.title;
                    best = Math.max(best, told);
                    used.addAll(plain.subList(i, j + 1));
                    i = j;
                    break;
                }
            }
        }
        return used;
    }

    /** Whether a title that begins here may run on: it is cut, or it is the body's name above the rest. */
    private boolean goesOn(List<Line> plain, int at) {
        Line first = plain.get(at);
        return first.number() >= page.from()
                && (Grammar.body(first.text()).isPresent()
                        ? plain.get(at + 1).fits("title-goes-on")
                        : first.text().length() > 4 && first.fitsTight("title-cut"));
    }

    /** Splits the rest into text and foot, without contacts and what a page hangs below a letter. */
    private void body(List<Line> rest) {
        int signed = signed(rest);
        boolean over = false;
        for (int i = 0; i < rest.size(); i++) {
            Line line = rest.get(i);
            boolean after = i > signed;
            over |= after && line.fits("below");
            boolean more = !contacts.isEmpty() && line.fits("more-contact") && !line.isDate();
            if (over) {
                line.named().forEach(each -> labels.add(new Label(each, line, true)));
                drop(line, "网页上的", "part of the page");
            } else if (i > Math.max(0, signed - 8)
                    && line.text().length() <= LONGEST_FURNITURE
                    && (more || line.fits("contact"))) {
                contacts.add(line);
            } else if (after && !line.named().isEmpty()) {
                line.named().forEach(each -> labels.add(new Label(each, line, true)));
            } else if (after && isMark(line) && !line.isDate()) {
                marks.add(line);
            } else {
                (i < signed ? text : foot).add(line);
            }
        }
    }

    /** Where the sign-off begins: the last date that stands alone below a body, else the last date, else the last body. */
    private static int signed(List<Line> rest) {
        int date = -1;
        int body = -1;
        for (int i = rest.size() - 1; i > 0; i--) {
            boolean late = i > rest.size() - 15;
            boolean named = Grammar.body(rest.get(i - 1).text()).isPresent();
            Grammar.Signed line = Grammar.signed(rest.get(i).text());
            if (!line.bodies().isEmpty() && !line.date().equals(rest.get(i).text())) {
                return i;
            }
            if (rest.get(i).isDate() && (named || date < 0 && late)) {
                date = i;
                if (named) {
                    break;
                }
            }
            body = body < 0 && late && Grammar.body(rest.get(i).text()).isPresent() ? i : body;
        }
        int from = date < 0 ? body : date;
        while (from > 1 && date >= 0 && Grammar.body(rest.get(from - 1).text()).isPresent()) {
            from--;
        }
        return from < 0 ? rest.size() : from;
    }

    private void drop(Line line, String zh, String en) {
        dropped.add(new Note(line.number(), Message.of(zh + "“%s”", en + ": “%s”", Note.clipped(line.text()))));
    }

    private int first(int to, Predicate<Line> test) {
        for (int i = 0; i < Math.min(to, lines.size()); i++) {
            if (test.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
