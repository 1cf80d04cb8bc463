package dafu.model;

/**
 * Markup that goes into a page as it is. Only the Markdown reader makes it, with raw HTML escaped and link schemes
 * allow-listed; a layout may leave a value unescaped only if it is of this type or of {@link Json}.
 */
public record Html(String markup) {
    public static final Html NONE = new Html("");

    @Override
    public String toString() {
        return markup;
    }
}
