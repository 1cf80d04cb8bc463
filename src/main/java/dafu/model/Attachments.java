package dafu.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which files may go out beside a reply: documents and pictures that no browser runs as a program. */
public final class Attachments {
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "webp");
    private static final Set<String> DOCUMENTS =
            Set.of("pdf", "ofd", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "csv", "txt");

    private Attachments() {}

    public static boolean allowed(String name) {
        return isImage(name) || DOCUMENTS.contains(type(name));
    }

    public static boolean isImage(String name) {
        return IMAGES.contains(type(name));
    }

    /** The ending of a name in lower case, without the dot. */
    public static String type(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A file name as part of an address: everything but unreserved ASCII percent-encoded (RFC 3986). */
    public static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
