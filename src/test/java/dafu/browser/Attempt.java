package dafu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text that wants to be more than text, of {@code attempts.txt}.
 *
 * @param number what it hands to {@code ran()}, or asks another host for
 */
record Attempt(int number, String family, String text) {
    private static final Pattern CODE = Pattern.compile("«([0-9A-F]+)»");

    static List<Attempt> all() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        String family = "";
        try (InputStream file = Objects.requireNonNull(Attempt.class.getResourceAsStream("attempts.txt"))) {
            for (String line : new String(file.readAllBytes(), UTF_8).split("\n")) {
                if (line.startsWith("== ")) {
                    family = line.substring(3);
                } else if (!family.isEmpty() && !line.isEmpty()) {
                    int number = attempts.size() + 1;
                    String text = CODE.matcher(line.replace("§", number + ""))
                            .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(code.group(1), 16))));
                    attempts.add(new Attempt(number, family, text));
                }
            }
        }
        return attempts;
    }

    /** In one line, for where Markdown has no room for two. */
    String line() {
        return text.replaceAll("[\n\r]+", " ");
    }

    /** As YAML, each character beyond ASCII escaped: what it means is looked at, and not whether YAML may hold it. */
    String yaml() {
        return yaml(text);
    }

    static String yaml(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c >= ' ' && c < 0x7F
                                ? "" + (char) c
                                : String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** A name that a file can have on every system: what one of them refuses stands there as HTML would write it. */
    String portableName() {
        String name = text.replaceAll("[/|*?\\p{Cntrl}]", "")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace(":", "&colon;")
                .replace("\\", "&bsol;");
        return number + name.substring(0, Math.min(name.length(), 80)) + ".csv";
    }

    /** A name that a file can have here. */
    String fileName() {
        return number + text.replaceAll("[/\0]", "") + ".csv";
    }
}
