package dafu.model;

/** A page to be rendered: its path in the site, the layout, and the record that the layout receives. */
public record Page(String path, String layout, Record view) {

    /** The way from this page's folder to the root of the site: {@code ./}, {@code ../}, {@code ../../} … */
    public static String rootFrom(String path) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        return depth == 0 ? "./" : "../".repeat(depth);
    }
}
