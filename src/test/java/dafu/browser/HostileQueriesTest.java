package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that want to be more than text, or are hardly one: nothing of them runs, nothing leaves the host. */
class HostileQueriesTest extends SearchWalk {
    static List<String> queries() {
        return List.of(
                "<script>pwned=1</script>",
                "<img src=x onerror=pwned=1>",
                "<svg onload=pwned=1>",
                "<svg><script>pwned=1</script></svg>",
                "\"><script>pwned=1</script>",
                "'><img src=x onerror=pwned=1>",
                "</title><script>pwned=1</script>",
                "</textarea><img src=x onerror=pwned=1>",
                "</template><img src=x onerror=pwned=1>",
                "<iframe src=https://example.org/>",
                "<iframe srcdoc='<script>parent.pwned=1</script>'>",
                "<base href=https://example.org/>",
                "<meta http-equiv=refresh content='0;url=https://example.org/'>",
                "<link rel=stylesheet href=https://example.org/x.css>",
                "<style>*{background:url(https://example.org/x)}</style>",
                "<a href=javascript:pwned=1>停车</a>",
                "<form action=https://example.org/><input name=q>",
                "<math><mi//xlink:href=\"data:x,<script>pwned=1</script>\">",
                "<details open ontoggle=pwned=1>",
                "<input autofocus onfocus=pwned=1>",
                "<!--",
                "-->",
                "<![CDATA[",
                "<?xml version=1.0?>",
                "javascript:pwned=1",
                "data:text/html,<script>pwned=1</script>",
                "&lt;script&gt;pwned=1&lt;/script&gt;",
                "\\u003cscript\\u003epwned=1",
                "%3Cscript%3Epwned=1%3C/script%3E",
                "{{constructor.constructor('pwned=1')()}}",
                "${pwned=1}",
                "`+(pwned=1)+`",
                "';pwned=1;//",
                "__proto__",
                "constructor",
                "toString hasOwnProperty",
                "body:__proto__",
                "__proto__:停车",
                "body:constructor body:toString",
                "../../../etc/passwd",
                "//example.org/x",
                "https://example.org/?q=1",
                "?q=1&body=2#x",
                "#results",
                "\"",
                "“",
                "”“",
                "''\"\"",
                "-",
                "--",
                "-\"",
                "-body:",
                "body:",
                "body:-",
                ":",
                "::::",
                "-:-\"-",
                "date:..",
                "date:9999-99..0000-00",
                "date:2023-13-45",
                "date:\"",
                "year:停车",
                "number:\"058",
                "。，、；：？！",
                "()[]{}*+?.^$|\\",
                "(a+)+$",
                ".*",
                "%",
                "%00",
                "%E0%A4%A",
                "\u0000停车\u0000",
                "\u202e车停\u202c",
                "\u2066停\u2069车",
                "\u200b停\u200b车\ufeff",
                "\ufffd\ufffe\uffff",
                "\ud83d\ude80\ud83c\udde8\ud83c\uddf3",
                "👨‍👩‍👧‍👦停车",
                "e\u0301\u0301\u0301",
                "停".repeat(10_000),
                "停车 ".repeat(300),
                "\"停车\" ".repeat(200),
                "-停车 ".repeat(200),
                "a".repeat(10_000),
                "1".repeat(10_000),
                "\"".repeat(1_001),
                "𠀀𠀁𪚥",
                "ＳＱＬ' OR '1'='1",
                "停\n车\t\r\n");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aHostileQueryIsSearchedForAsText(String query) {
        openQuery(query);
        assertThat(state()).isEqualTo("done");
        assertThat(box().getAttribute("value")).isEqualTo(query.replaceAll("[\r\n]", ""));
        nothingRanAndNothingLeft();
    }

    @Test
    void aHostileQueryIsTextWhenItIsTypedOrStandsInAFacet() {
        open("");
        box().sendKeys("<img src=x onerror=pwned=1> 停车");
        shows("<img src=x onerror=pwned=1> 停车");
        nothingRanAndNothingLeft();
        for (String parameters : List.of(
                "q=停车&body=%3Cimg%20src=x%20onerror=pwned=1%3E",
                "year=%3Cscript%3Epwned=1%3C/script%3E&topic=__proto__",
                "q=停车&sort=%3Cscript%3E&page=-1&page=1e99&exact=%22%3E",
                "q=停车&q=%3Cscript%3E&kind=constructor",
                "q=%E0%A4&body=%FF&page=0x10")) {
            open(parameters);
            assertThat(state()).as(parameters).isEqualTo("done");
            nothingRanAndNothingLeft();
        }
    }

    private static void nothingRanAndNothingLeft() {
        assertThat(strings("['pwned' in window, 'x' in Object.prototype]")).containsExactly("false", "false");
        assertThat(strings("performance.getEntriesByType('resource').map(entry => entry.name)"))
                .allMatch(address -> address.startsWith(host.address("")));
        assertThat(browser.driver().getCurrentUrl()).startsWith(host.address("search/"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(
                        strings(
                                "[...document.querySelectorAll('body *:not(.site-header > .wrap > script[src])')].map(e => e.localName)"))
                .doesNotContain(
                        "script", "iframe", "object", "embed", "base", "style", "link", "meta", "img", "svg", "math");
    }
}
