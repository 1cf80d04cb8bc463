package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** What {@code archive.yml} may not say. */
class SettingsRulesTest extends ProjectTest {
    @Test
    void idsAndNamesStandOnceAndAreFitForAnAddress() {
        project("""
                -- content/archive.yml --
                bodies:
                  - {id: water, name: 水务局}
                  - {id: water, name: 交通局}
                  - {id: Water, name: 教育局}
                  - {id: page, name: 民政局}
                  - {id: b, name: 公安局, aliases: [水务局]}
                  - {id: c, name: 城管局, successor: d}
                topics:
                  - {id: water, name: 水务局, successor: water-2}
                  - {id: water-2, name: 水利}
                outcomes:
                  - scheme: a_b
                    classes: [{code: A, label: 甲}, {code: A, label: 乙}]
                """).finds("""
                content/archive.yml:2:10: error[setting]: bodies 不能是“water”
                      - {id: water, name: 水务局}
                             ^^^^^  这个标识写了两次，只留一处
                content/archive.yml:2:23: error[setting]: bodies 不能是“水务局”
                      - {id: water, name: 水务局}
                                          ^^^^^^  这个名称写了两次，只留一处
                content/archive.yml:4:10: error[setting]: bodies 不能是“Water”
                      - {id: Water, name: 教育局}
                             ^^^^^  标识只用小写字母、数字和连字符
                content/archive.yml:5:10: error[setting]: bodies 不能是“page”
                      - {id: page, name: 民政局}
                             ^^^^  标识只用小写字母、数字和连字符
                content/archive.yml:7:35: error[setting]: bodies 不能是“d”
                      - {id: c, name: 城管局, successor: d}
                                                         ^  写同一词表中的标识
                content/archive.yml:12:13: error[setting]: outcomes 不能是“a_b”
                      - scheme: a_b
                                ^^^  标识只用小写字母、数字和连字符
                content/archive.yml:13:22: error[setting]: outcomes 不能是“A”
                        classes: [{code: A, label: 甲}, {code: A, label: 乙}]
                                         ^  这个代码写了两次，只留一处
                """);
    }

    @Test
    void whatIsChosenFromAListIsOfThatList() {
        project("""
                -- content/archive.yml --
                masks: [privacy-mobile, mobile]
                closed: [bodies, body]
                official-totals:
                  - {figure: letters, count: 3}
                  - {figure: outcomes-s, count: 3}
                  - {figure: outcomes-t, count: 3}
                outcomes:
                  - {scheme: s, classes: [{code: A, label: 甲}]}
                words:
                  - {wrong: 帐号, right: 帐号}
                """).finds("""
                content/archive.yml:1:25: error[setting]: masks 不能是“mobile”
                    masks: [privacy-mobile, mobile]
                                            ^^^^^^  可用的：privacy-mobile, privacy-identity-card, privacy-bank-card, privacy-vehicle-plate, privacy-email, privacy-home-address
                content/archive.yml:2:18: error[setting]: closed 不能是“body”
                    closed: [bodies, body]
                                     ^^^^  可用的：years, sessions, kinds, bodies, proposers, topics, outcomes
                content/archive.yml:6:14: error[setting]: official-totals 不能是“outcomes-t”
                      - {figure: outcomes-t, count: 3}
                                 ^^^^^^^^^^  可用的：letters, years, sessions, kinds, bodies, outcomes, extent, days, satisfaction-handling, satisfaction-result, topics, outcomes-s
                content/archive.yml:10:13: error[setting]: words 不能是“帐号”
                      - {wrong: 帐号, right: 帐号}
                                ^^^^  对的写法要与错的不同
                """);
    }

    @Test
    void theFormIsAPageOfAHostOrADownload() {
        for (String form : new String[] {"https://git.example.org/a/b/new/main", "下载", "download"}) {
            project("-- content/archive.yml --\nform: " + form + "\n").finds("");
        }
        project("-- content/archive.yml --\nform: git.example.org/a/b/new/main\n")
                .finds("""
                content/archive.yml:1:7: error[setting]: form 不能是“git.example.org/a/b/new/main”
                    form: git.example.org/a/b/new/main
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^  写托管网站新建文件的完整网址，如 https://github.com/我/档案/new/main；没有就写 下载
                """);
    }

    @Test
    void theAddressOfTheSiteIsAnAddress() {
        for (String url :
                new String[] {"http://example.org/", "https://example.org/dafu/", "https://example.org:8443/a/b"}) {
            project("-- content/archive.yml --\nbase-url: " + url + "\n").finds("");
        }
        for (String url : new String[] {
            "ftp://example.org/",
            "example.org/dafu",
            "https:///dafu/",
            "https://example.org/?a=1",
            "https://example.org/#a",
            "https://exa mple.org/"
        }) {
            project("-- content/archive.yml --\nbase-url: \"" + url + "\"\n")
                    .finds("""
                    content/archive.yml:1:12: error[setting]: base-url 不能是“%1$s”
                        base-url: "%1$s"
                                   %2$s  写完整网址，如 https://example.org/dafu/
                    """.formatted(url, "^".repeat(url.length())));
        }
    }
}
