package dafu.check;

import static dafu.check.Letter.PATTERNS;

import dafu.model.Facet;
import dafu.text.Location;
import dafu.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The days that a letter names, in its text and at its foot, and who signs there. */
final class Dates {
    /** A sign-off stands among the last lines; footnotes may follow it. */
    private static final int LAST = 6;

    private Dates() {}

    /** Dates are days of the calendar, and still have their 年 and 月. */
    static void inText(Letter letter, Findings found) {
        for (Letter.Line line : letter.lines()) {
            String words = line.words();
            if (!Character.isDigit(words.charAt(0)) && words.indexOf('日') < 0) {
                continue;
            }
            Matcher date = PATTERNS.matcher("date", words.indexOf('月') < 0 ? "" : words);
            while (date.find()) {
                int year = date.group(1) == null
                        ? 2000
                        : Numerals.value(date.group(1).replace('零', '〇'));
                if (Numerals.day(year, Numerals.value(date.group(2)), Numerals.value(date.group(3)))
                        .isEmpty()) {
                    found.add("date-impossible", letter.at(line, date), date.group());
                }
            }
            Matcher run = PATTERNS.matcher("run", hasRun(words) ? words : "");
            while (run.find()) {
                run(letter.at(line, run), run, found);
            }
            Matcher alone = PATTERNS.matcher("run-alone", words);
            if (alone.matches()) {
                run(letter.at(line, alone), alone, found);
            }
        }
    }

    /** A look before the pattern, which few lines need. */
    private static boolean hasRun(String words) {
        for (int day = words.indexOf('日', 2); day >= 0; day = words.indexOf('日', day + 1)) {
            if (Character.isDigit(words.charAt(day - 1)) && Character.isDigit(words.charAt(day - 2))) {
                return true;
            }
        }
        return false;
    }

    /** Digits that can be read as no day at all are an amount. */
    private static void run(Location at, Matcher run, Findings found) {
        List<String> readings = Numerals.days(Integer.parseInt(run.group(1)), run.group(2)).stream()
                .map(day -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日")
                .toList();
        if (!readings.isEmpty()) {
            found.add(
                    readings.size() > 1 ? "date-ambiguous" : "extraction-damage/date",
                    at,
                    run.group(),
                    String.join("、", readings));
        }
    }

    /** The body and the date at the foot of a letter are those of the front matter. */
    static void signOff(Letter letter, Findings found) {
        List<Letter.Line> lines = letter.lines();
        int left = LAST;
        for (int i = lines.size() - 1; i >= 0 && left > 0; i--) {
            Letter.Line line = lines.get(i);
            left -= line.words().startsWith("[^") ? 0 : 1;
            Matcher date = PATTERNS.matcher("signed", line.words().endsWith("日") ? line.words() : "");
            if (date.matches() && (date.group(1).isBlank() || isBody(date.group(1)))) {
                day(letter, line, date, found);
                List<Letter.Line> bodies = new ArrayList<>();
                if (isBody(date.group(1))) {
                    bodies.add(new Letter.Line(line.start(), date.group(1)));
                }
                for (int above = i - 1; above >= 0 && isBody(lines.get(above).words()); above--) {
                    bodies.add(lines.get(above));
                }
                bodies(letter, bodies, found);
                return;
            }
        }
    }

    private static void day(Letter letter, Letter.Line line, Matcher date, Findings found) {
        int year = Numerals.value(date.group(2).replace('o', '〇'));
        LocalDate known = letter.metadata().date();
        Numerals.day(year, Numerals.value(date.group(3)), Numerals.value(date.group(4)))
                .filter(day -> !day.equals(known))
                .ifPresent(day -> found.add("sign-off-date", letter.at(line), known));
    }

    private static boolean isBody(String words) {
        return words.length() < 60 && PATTERNS.matcher("body", bare(words)).matches();
    }

    private static String bare(String words) {
        return PATTERNS.matcher("seal", words).replaceAll("");
    }

    private static void bodies(Letter letter, List<Letter.Line> bodies, Findings found) {
        List<String> names = new ArrayList<>(List.of(letter.metadata().answeringBody()));
        letter.archive().settings().bodies().stream()
                .filter(body ->
                        body.name().equals(names.get(0)) || body.aliases().contains(names.get(0)))
                .forEach(body -> {
                    names.add(body.name());
                    names.addAll(body.aliases());
                });
        // Spaces stand within a name, or between bodies that sign together.
        boolean known = bodies.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(line.words()),
                        Stream.of(line.words().split("[ \u3000]+")).filter(Dates::isBody)))
                .map(Dates::bare)
                .anyMatch(body -> names.stream().anyMatch(name -> isShort(body, name) || isShort(name, body)));
        if (!bodies.isEmpty() && !known) {
            Letter.Line line = bodies.get(0);
            found.add("sign-off-body", letter.at(line), bare(line.words()), names.get(0), Facet.BODY.folder());
        }
    }

    /** Whether one name is another with characters left out: 市卫健委 of 示例市卫生健康委员会. */
    private static boolean isShort(String name, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < name.length(); i++) {
            at += name.charAt(at) == whole.charAt(i) ? 1 : 0;
        }
        return at == name.length();
    }
}
