package dafu.importer;

import dafu.importer.Finding.Certainty;
import dafu.text.Han;
import dafu.text.Numerals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Sessions, numbers, names and dates as titles, openings and feet spell them; values are as printed. */
final class Grammar {
    private static final int LONGEST = 60;
    private static final int LONGEST_DATE = 40;

    /**
     * A session as printed and as counted.
     *
     * @param code {@code cppcc} or {@code npc} with term and meeting, for a file's name
     */
    record Session(String name, String code, boolean consultative) {}

    /** The words that gave a number and the number as it should be written. */
    record DocumentNumber(String words, String number) {}

    /** The possible days of a date: none where it is no day of the calendar. */
    record Reading(List<LocalDate> days, Certainty certainty) {}

    private Grammar() {}

    /** The first session that a text names; one without 政协 or 人大 only where a number follows. */
    static Optional<Session> session(String text) {
        String folded = Han.fold(unquoted(text));
        Matcher matcher = Words.matcher("session", folded);
        while (matcher.find()) {
            int from = matcher.start();
            while (from > 0 && Han.isHan(folded.charAt(from - 1))) {
                from--;
            }
            for (String before : new String[] {"before-assembly", "body-before-assembly"}) {
                Matcher other = Words.matcher(before, folded.substring(from, matcher.start()));
                from += other.lookingAt() ? other.end() : 0;
            }
            String name = text.substring(from, matcher.end()).replaceAll("\\s", "");
            String rest = folded.substring(matcher.end());
            if (Words.matcher("assembly", name).find() || rest.matches("\\s*\\(?第?[^,。]{0,12}号.*")) {
                boolean consultative = name.contains("政") || !name.contains("人") && rest.contains("提案");
                String counted = Numerals.value(matcher.group(1)) + "-" + Numerals.value(matcher.group(3));
                return Optional.of(new Session(name, (consultative ? "cppcc-" : "npc-") + counted, consultative));
            }
        }
        return Optional.empty();
    }

    /** The numbers under which proposals are filed: 第058号, (教育类410号), 16号, 第12、35号; never those of streets. */
    static List<String> numbers(String text) {
        String plain = blanked("document-number", Han.fold(unquoted(text)));
        List<String> numbers = new ArrayList<>();
        Matcher matcher = Words.matcher("number", plain);
        while (matcher.find()) {
            int group = matcher.group(5) != null ? 5 : 2;
            boolean named =
                    group == 5 || matcher.group(1) != null && !matcher.group(1).isEmpty();
            boolean filed = Words.matcher("after-number", plain.substring(matcher.end()))
                            .matches()
                    || Words.matcher("before-number", plain.substring(0, matcher.start()))
                            .matches()
                    || Words.matcher("named-number", matcher.group()).matches();
            String items = text.substring(matcher.start(group), matcher.end(group));
            for (String item : filed && (named || matcher.group(3) != null) ? items.split("[、,，和及/]") : new String[0]) {
                numbers.add(item.replaceAll("[\\s第号]", ""));
            }
        }
        return numbers;
    }

    /** The date that a text is, and is alone; brackets and spaces around and within do not count. */
    static Optional<Reading> date(String text) {
        String folded = text.length() > LONGEST_DATE ? "" : Han.fold(text);
        String bare = folded.replaceAll("(?<=\\d) +(?=\\d{1,2}:)", "t").replaceAll("[\\s()\\[\\]【】]", "");
        Matcher parts = Words.matcher("date", bare);
        if (parts.matches()) {
            int month = Numerals.value(parts.group(3));
            Optional<LocalDate> day =
                    Numerals.day(Numerals.value(parts.group(1)), month, Numerals.value(parts.group(5)));
            boolean whole = !parts.group(2).isEmpty() && (bare.indexOf('月') < 0 || bare.indexOf('日') > 0);
            return Optional.of(new Reading(day.stream().toList(), whole ? Certainty.CERTAIN : Certainty.LIKELY));
        }
        Matcher run = Words.matcher("date-without-words", bare);
        if (!run.matches() || run.group(2).matches("0\\d|1[012]")) {
            return Optional.empty();
        }
        return Optional.of(new Reading(Numerals.days(Numerals.value(run.group(1)), run.group(2)), Certainty.LIKELY));
    }

    /** The number of a document, the brackets of the year made 〔〕. */
    static Optional<DocumentNumber> documentNumber(String text) {
        Matcher it = Words.matcher("document-number", Han.fold(text));
        return it.find()
                ? Optional.of(new DocumentNumber(
                        text.substring(it.start(), it.end()),
                        it.group(1) + "〔" + it.group(2) + "〕" + it.group(3) + it.group(4) + "号"))
                : Optional.empty();
    }

    /** The words between the first 《 and its 》, titles within it included. */
    static Optional<String> quoted(String text) {
        int open = text.indexOf('《');
        int depth = 0;
        for (int i = Math.max(0, open); open >= 0 && i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : text.charAt(i) == '》' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(open + 1, i).strip());
            }
        }
        return Optional.empty();
    }

    /** The name of a body at the foot or the head of a letter: seals and padding taken away; empty where it is none. */
    static Optional<String> body(String text) {
        return bodies(text).stream().findFirst();
    }

    /** The bodies that a line names, and nothing else. */
    private static List<String> bodies(String text) {
        String bare = text.length() > LONGEST
                ? ""
                : text.replaceAll("[（(](?:盖章|公章|印章|章|代章)[）)]", "").strip();
        List<String> parts = List.of(bare.split("[\\s、]+"));
        // 岳 阳 市 教 育 局 is padded, 市教育局 市财政局 are two.
        boolean several = parts.size() > 1 && parts.stream().allMatch(part -> part.length() > 3 && isBody(part));
        return several
                ? parts
                : Stream.of(bare.replaceAll("\\s", "")).filter(Grammar::isBody).toList();
    }

    /** Who signs on a line, where they do, and the words behind that are a date. */
    record Signed(List<String> bodies, String date) {}

    /** A line of a sign-off: a body or several, a date, or both. */
    static Signed signed(String text) {
        Matcher matcher = Words.matcher("signed", text.length() > LONGEST ? "" : Han.fold(text));
        List<String> both =
                matcher.matches() && date(matcher.group(2)).isPresent() ? bodies(matcher.group(1)) : List.of();
        return both.isEmpty() ? new Signed(bodies(text), text) : new Signed(both, matcher.group(2));
    }

    private static boolean isBody(String name) {
        return Words.fit("body", name) && !Words.fit("no-body", name);
    }

    /** The text with what titles quote made neutral, so that numbers and sessions in it do not count. */
    static String unquoted(String text) {
        return blanked("quoted", text);
    }

    private static String blanked(String name, String text) {
        return Words.matcher(name, text)
                .replaceAll(match -> "□".repeat(match.group().length()));
    }
}
