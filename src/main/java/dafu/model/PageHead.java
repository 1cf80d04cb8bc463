package dafu.model;

import java.util.Optional;

/** The front matter of a page in {@code content/pages}. */
public record PageHead(String title, Optional<String> summary) {
    public static final Schema<PageHead> SCHEMA = Schema.of(PageHead.class);
}
