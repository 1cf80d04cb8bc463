package dafu.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that every system can hold: content is cloned on any, and a site is copied to any. */
public final class PortableNames {
    /** The devices of Windows, whatever ends the name; its forbidden characters; and the ends that it takes off. */
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\\..*)?|.*(?:[<>:\"|?*\\\\\\p{Cntrl}]|[. ]$).*",
            Pattern.DOTALL);

    /** What no line of a manifest can name: Windows takes them for folders and drives, and a line for several. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[:\\\\\\p{Cntrl}]");

    private PortableNames() {}

    /** Whether a name, without folders, can be a file's on every system. */
    public static boolean isPortable(String name) {
        return !REFUSED.matcher(name).matches();
    }

    /** Whether a name means one file on every system, or none. */
    public static boolean isUnambiguous(String name) {
        return !AMBIGUOUS.matcher(name).find();
    }

    /** What two paths have in common that are one to some system: Windows and macOS look at neither case nor composition. */
    public static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
