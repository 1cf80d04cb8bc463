package dafu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What markup must be so that a browser runs nothing of it and asks no other host. */
public final class Harmless {
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[^/].*|mailto:.*|tel:.*|\\.{1,2}/(?!.*//).*|/(?![/\\\\]).*|#.*|[a-z0-9%._~-]+", Pattern.DOTALL);

    private Harmless() {}

    /** Expects no element but those that only hold text, apart from what the layouts themselves have. */
    public static void isHarmless(Element element, String own, String where) {
        if (own.isEmpty() || !element.is(own)) {
            assertThat(element.normalName()).as(where).isNotIn("script", "iframe", "object", "embed", "base", "form");
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            assertThat(key)
                    .as(where + " " + element.tag())
                    .matches("[a-z-]+")
                    .doesNotStartWith("on")
                    .isNotEqualTo("style");
            if (key.equals("href") || key.equals("src")) {
                assertThat(attribute
                                .getValue()
                                .replaceAll("[\\s\\p{Cntrl}]", "")
                                .toLowerCase(Locale.ROOT))
                        .as(where)
                        .matches(ADDRESS);
            }
        }
    }
}
