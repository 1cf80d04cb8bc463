package dafu.text;

import java.util.Locale;

/**
 * One sentence for the user in both languages of the command, side by side so that neither can be forgotten. Arguments
 * stand as {@code %s} or {@code %1$s} in both.
 */
public record Message(String zh, String en) {

    public static Message of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Message(zh, en)
                : new Message(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }

    /** As much of a text as a sentence can quote. */
    public static String clip(String text) {
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The languages in which the command speaks. */
    public enum Language {
        ZH,
        EN
    }
}
