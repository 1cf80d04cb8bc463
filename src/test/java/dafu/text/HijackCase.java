package dafu.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A line of {@code hijack-caught.txt} or {@code hijack-honest.txt}, with its passages and escapes filled in. */
record HijackCase(String line, String rule, boolean mustBeCertain, String phrase, Inspected document) {
    static final Set<String> NAMES = Set.of("岳阳市政协九届二次会议", "城陵矶新港区管理委员会", "湖南城陵矶新港区管理委员会");

    private static final Pattern PASSAGE = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");
    private static final Map<String, String> PASSAGES = passages();

    static List<HijackCase> caught() {
        return Cases.in("hijack-caught.txt").stream()
                .map(line -> {
                    String[] fields = filled(line).split("\t", -1);
                    boolean certain = fields[0].endsWith("!");
                    String rule = certain ? fields[0].substring(0, fields[0].length() - 1) : fields[0];
                    return new HijackCase(line, rule, certain, fields[1], document(fields[2], fields[3], fields[4]));
                })
                .toList();
    }

    static List<HijackCase> honest() {
        return Cases.in("hijack-honest.txt").stream()
                .map(line -> {
                    String[] fields = filled(line).split("\t", -1);
                    return new HijackCase(line, "", false, "", document(fields[0], fields[1], fields[2]));
                })
                .toList();
    }

    static Inspected document(String title, String proposalTitle, String text) {
        return new Inspected(title, Optional.of(proposalTitle).filter(given -> !given.equals("-")), text, NAMES);
    }

    private static String filled(String line) {
        String text = PASSAGE.matcher(line).replaceAll(match -> PASSAGES.get(match.group(1)));
        return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }

    private static Map<String, String> passages() {
        Map<String, String> passages = new HashMap<>();
        Cases.in("hijack-passages.txt")
                .forEach(line ->
                        passages.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
        return passages;
    }
}
