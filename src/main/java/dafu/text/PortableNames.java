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

    private PortableNames() {}

    /** Whether a name, without folders, can be a file's on every system. */
    public static boolean isPortable(String name) {
        return !REFUSED.matcher(name).matches();
    }

    /** What two paths have in common that are one to some system: Windows and macOS look at neither case nor composition. */
    public static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
