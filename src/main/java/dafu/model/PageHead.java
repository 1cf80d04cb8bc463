package dafu.model;

import java.util.Optional;

/** The front matter of a page in {@code content/pages}. */
public record PageHead(
        @Key(zh = "标题", required = true, about = "页面的标题", aboutEn = "the page's title")
        String title,

        @Key(zh = "摘要", about = "一句话的说明", aboutEn = "what it says in a sentence")
        Optional<String> summary) {
    public static final Schema<PageHead> SCHEMA = Schema.of(PageHead.class);
}
