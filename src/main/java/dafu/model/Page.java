package dafu.model;

import java.util.function.Supplier;

/**
 * A page to be rendered: its path in the site, the layout, and the record that the layout receives, made when it is asked
 * for, so that a list of pages holds none of what they say.
 */
public record Page(String path, String layout, Supplier<? extends Record> view) {
    public Page(String path, String layout, Record view) {
        this(path, layout, () -> view);
    }

    /** The way from this page's folder to the root of the site: {@code ./}, {@code ../}, {@code ../../} … */
    public static String rootFrom(String path) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat(depth);
    }
}
