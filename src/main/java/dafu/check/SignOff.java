package dafu.check;

import dafu.model.Facet;
import dafu.text.Message;
import dafu.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The body and the date at the foot of a letter are those of the front matter. */
final class SignOff implements LetterRule {
    /** A sign-off stands among the last lines; footnotes may follow it. */
    private static final int LAST = 6;

    private static final Pattern DATE =
            Pattern.compile("(.{0,30}?)([12]\\d{3}|[一二][一二三四五六七八九〇○零o]{3}) ?年 ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?"
                    + "(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日");
    private static final Pattern BODY =
            Pattern.compile("\\p{IsHan}{2,30}[局委会办厅部院府心司团所站处队校馆社台署区街镇乡联室行](?:\\(.{1,4}\\))?");
    private static final Pattern SEAL = Pattern.compile("[ \u3000]|\\((?:盖章|公章|印章|章)\\)");

    @Override
    public void check(Letter letter, Findings found) {
        List<Letter.Line> lines = letter.lines();
        int left = LAST;
        for (int i = lines.size() - 1; i >= 0 && left > 0; i--) {
            String words = lines.get(i).words();
            left -= words.startsWith("[^") ? 0 : 1;
            Matcher date = DATE.matcher(words.endsWith("日") ? words : "");
            if (date.matches() && (date.group(1).isBlank() || isBody(date.group(1)))) {
                date(letter, lines.get(i), date, found);
                List<Letter.Line> bodies = new ArrayList<>();
                if (isBody(date.group(1))) {
                    bodies.add(new Letter.Line(lines.get(i).start(), date.group(1)));
                }
                for (int above = i - 1; above >= 0 && isBody(lines.get(above).words()); above--) {
                    bodies.add(lines.get(above));
                }
                bodies(letter, bodies, found);
                return;
            }
        }
    }

    private static void date(Letter letter, Letter.Line line, Matcher date, Findings found) {
        int year = Numerals.value(date.group(2).replace('o', '〇'));
        int month = Numerals.value(date.group(3));
        int day = Numerals.value(date.group(4));
        LocalDate known = letter.metadata().date();
        if (DatesInText.isDay(year, month, day) && !known.equals(LocalDate.of(year, month, day))) {
            found.add(
                    "sign-off-date",
                    letter.at(line),
                    Message.of("落款日期不是元数据的答复日期 %s", "the letter is not dated %s, as the front matter is", known),
                    Findings.LOOK);
        }
    }

    private static boolean isBody(String words) {
        return words.length() < 60 && BODY.matcher(bare(words)).matches();
    }

    private static String bare(String words) {
        return SEAL.matcher(words).replaceAll("");
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
        Optional<Letter.Line> first = bodies.stream().findFirst();
        // Spaces stand within a name, or between bodies that sign together.
        boolean known = bodies.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(line.words()),
                        Stream.of(line.words().split("[ \u3000]+")).filter(SignOff::isBody)))
                .map(SignOff::bare)
                .anyMatch(body -> names.stream().anyMatch(name -> isShort(body, name) || isShort(name, body)));
        first.filter(line -> !known)
                .ifPresent(line -> found.add(
                        "sign-off-body",
                        letter.at(line),
                        Message.of(
                                "落款“%s”不是承办单位“%s”",
                                "the letter is signed “%s”, not “%s”", bare(line.words()), names.get(0)),
                        Message.of(
                                "改 answering-body，或在 archive.yml 的 %s 里加别名",
                                "correct answering-body, or add an alias under %s in archive.yml",
                                Facet.BODY.folder())));
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
