package dafu.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** An earlier address of a page, as editors write it: {@code /old/058/}, {@code /content/art_123.html}. */
public final class Alias {
    private static final Pattern ADDRESS =
            Pattern.compile("/?(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*/?");
    private static final String PAGE = "index.html";

    private Alias() {}

    /**
     * The file of the site that a host shows at an address: the file of that name where its last part has a dot, else the
     * page of that folder. Empty where it cannot be an address here; hidden files and parent folders cannot.
     */
    public static Optional<String> path(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String path = address.startsWith("/") ? address.substring(1) : address;
        boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
        return Optional.of(file ? path : path + (path.endsWith("/") ? PAGE : "/" + PAGE));
    }
}
