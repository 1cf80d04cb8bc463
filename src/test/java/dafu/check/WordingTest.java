package dafu.check;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

/** What a letter's text shows: widths, brackets, damage, furniture, words. */
class WordingTest extends ProjectTest {
    @Test
    void aDocumentNumberInOtherBracketsIsReported() {
        project("-- content/replies/a.md --\n" + reply("document-number: 岳发改字[2021]55号\n", """
                        依据潼民发【2024】275号、建提复字(2023)第29号办理；岳发改字〔2021〕55号、（2021）55件、`号[2021]5号`不动。
                        """))
                .finds("""
                        content/replies/a.md:5:22: warning[document-number]: 发文字号的年份写在“[2021]”里
                            document-number: 岳发改字[2021]55号
                                                     ^^^^^^  写成 〔2021〕
                        content/replies/a.md:8:6: warning[document-number]: 发文字号的年份写在“【2024】”里
                            依据潼民发【2024】275号、建提复字(2023)第29号办理；岳发改字〔2021〕55号、（2021）55件、`号[2021]5号`不动。
                                      ^^^^^^^^  写成 〔2024〕
                        content/replies/a.md:8:21: warning[document-number]: 发文字号的年份写在“(2023)”里
                            依据潼民发【2024】275号、建提复字(2023)第29号办理；岳发改字〔2021〕55号、（2021）55件、`号[2021]5号`不动。
                                                             ^^^^^^  写成 〔2023〕
                        """);
    }

    @Test
    void anOutcomeThatNoSchemeDeclaresIsReported() {
        project("""
                -- content/archive.yml --
                outcomes: [{scheme: three, classes: [{code: A, label: 已解决}, {code: B, label: 正在解决}]}]
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(reply("outcome: C2\n", "甲"), reply("outcome: three/B\n", "乙")))
                .finds("""
                        content/replies/a.md:5:10: warning[outcome-scheme]: archive.yml 没有声明办理结果“C2”
                            outcome: C2
                                     ^^  已声明的：A, B；或在 outcomes 里加上
                        """);
    }

    @Test
    void halfWidthPunctuationBetweenHanIsReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        收悉,现答复如下: 增加经费,2024年(含上年)完成.
                        """)).finds("""
                        content/replies/a.md:7:3: warning[half-width]: 汉字之间的“,”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                ^  改成“，”
                        content/replies/a.md:7:9: warning[half-width]: 汉字之间的“:”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                           ^^  改成“：”
                        content/replies/a.md:7:15: warning[half-width]: 汉字之间的“,”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                                     ^  改成“，”
                        content/replies/a.md:7:21: warning[half-width]: 汉字之间的“(”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                                            ^  改成“（”
                        content/replies/a.md:7:25: warning[half-width]: 汉字之间的“)”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                                                   ^  改成“）”
                        content/replies/a.md:7:28: warning[half-width]: 汉字之间的“.”是半角
                            收悉,现答复如下: 增加经费,2024年(含上年)完成.
                                                                        ^  改成“。”
                        """);
    }

    @Test
    void numbersTimesLatinTextCodeAndAddressesKeepTheirPunctuation() {
        project("-- content/replies/a.md --\n" + reply("", """
                        1,234人于10:30乘3.5路到A,B两站（见 https://example.org/甲,乙:丙 和[说明](https://example.org/a,b(1))）。

                        经费`甲,乙:丙`，use Latin, please: yes! (really) 共3.5亿元;x

                        1) 一项
                        2) 两项

                        ```
                        甲,乙
                        ```

                        | 项目 | 数 |
                        | --- | ---: |
                        | 甲 | 1,000 |
                        """)).finds("");
    }

    @Test
    void charactersThatWereLostInExtractionAreReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        贵委在政协第届第次会议上提出的第号提案收悉。届次、二○二三年、出生年月日不动。

                        年 月 日

                        截至二O二三年、二0二四年。
                        """)).finds("""
                        content/replies/a.md:7:6: error[extraction-damage]: “第届”丢了字
                            贵委在政协第届第次会议上提出的第号提案收悉。届次、二○二三年、出生年月日不动。
                                      ^^^^  对照原件补上
                        content/replies/a.md:7:8: error[extraction-damage]: “第次”丢了字
                            贵委在政协第届第次会议上提出的第号提案收悉。届次、二○二三年、出生年月日不动。
                                          ^^^^  对照原件补上
                        content/replies/a.md:7:16: error[extraction-damage]: “第号”丢了字
                            贵委在政协第届第次会议上提出的第号提案收悉。届次、二○二三年、出生年月日不动。
                                                          ^^^^  对照原件补上
                        content/replies/a.md:9:1: error[extraction-damage]: “年 月 日”丢了字
                            年 月 日
                            ^^^^^^^^  对照原件补上
                        content/replies/a.md:11:4: warning[chinese-zero]: 年份里的零应作〇
                            截至二O二三年、二0二四年。
                                  ^  写成 〇
                        content/replies/a.md:11:10: warning[chinese-zero]: 年份里的零应作〇
                            截至二O二三年、二0二四年。
                                             ^  写成 〇
                        """);
    }

    @Test
    void aBracketWithoutItsOtherHalfIsReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        《关于夜间公交的提案收悉（见附件）。

                        一）甲；2）乙；（丙
                        丁）；戊》。

                        他说：“第一段

                        “第二段”。
                        """)).finds("""
                        content/replies/a.md:7:1: warning[unclosed-bracket]: “《”在这一段里没有另一半
                            《关于夜间公交的提案收悉（见附件）。
                            ^^  补上另一半，或删去
                        content/replies/a.md:10:5: warning[unclosed-bracket]: “》”在这一段里没有另一半
                            丁）；戊》。
                                    ^^  补上另一半，或删去
                        """);
    }

    @Test
    void whatAPageLeftInTheLetterIsReported() {
        project("-- content/replies/a.md --\n" + reply("", """
                        当前位置：首页 > 政务公开 > 建议提案

                        [首页](https://example.org/) » 公开 » 答复

                        发布日期：2024-03-05 浏览次数：123 字体：[大 中 小]

                        【打印】【关闭】

                        扫一扫在手机打开当前页

                        责任编辑：张三

                        上一篇：关于停车的答复

                        正文。<!--EndFragment-->
                        """)).finds("""
                        content/replies/a.md:7:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            当前位置：首页 > 政务公开 > 建议提案
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:9:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            [首页](https://example.org/) » 公开 » 答复
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:11:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            发布日期：2024-03-05 浏览次数：123 字体：[大 中 小]
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:13:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            【打印】【关闭】
                            ^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:15:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            扫一扫在手机打开当前页
                            ^^^^^^^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:17:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            责任编辑：张三
                            ^^^^^^^^^^^^^^  删去
                        content/replies/a.md:19:1: warning[page-furniture]: 这是网页上的东西，不是答复
                            上一篇：关于停车的答复
                            ^^^^^^^^^^^^^^^^^^^^^^  删去
                        content/replies/a.md:21:4: warning[page-furniture]: 这是网页上的东西，不是答复
                            正文。<!--EndFragment-->
                                  ^^^^^^^^^^^^^^^^^^  删去
                        """);
    }

    @Test
    void honestLinesThatSoundLikeAPageAreClean() {
        project("-- content/replies/a.md --\n" + reply("", """
                        市民扫一扫站牌上的二维码，就能打印候车凭证。

                        网站首页开设专栏，浏览次数逐月上升。

                        > 引文：来源于上一篇报告，编辑部已关闭。

                        单价 3 > 2，长度 5 > 4。

                        您的位置信息不会保存。
                        """)).finds("");
    }

    @Test
    void anOpinionPublishedAsTheReplyIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 关于第058号提案的会办意见
                session: 市政协九届二次会议
                number: "058"
                answering-body: 市公安局
                date: 2024-03-02
                ---
                收悉。
                -- content/replies/b.md --
                %s
                -- content/replies/c.md --
                %s
                """.formatted(reply("", "现提出会办意见如下，供贵局答复时参考。"), reply("", "市公安局提出会办意见，我局已采纳。")))
                .finds("""
                        content/replies/a.md:2:18: warning[opinion-as-reply]: “会办意见”：这像是给主办单位的会办意见
                            title: 关于第058号提案的会办意见
                                                    ^^^^^^^^  写 role: supporting-opinion（文种: 会办意见）
                        content/replies/b.md:7:2: warning[opinion-as-reply]: “提出会办意见如下”：这像是给主办单位的会办意见
                            现提出会办意见如下，供贵局答复时参考。
                              ^^^^^^^^^^^^^^^^  写 role: supporting-opinion（文种: 会办意见）
                        """);
    }

    @Test
    void wordsOfTheArchivesOwnListAreReported() {
        project("""
                -- content/archive.yml --
                用词:
                  - {错: 帐号, 对: 账号, 理由: 通用规范汉字}
                  - {错: 示例市交通局, 对: 示例市交通局（筹）}
                -- content/replies/a.md --
                ---
                title: 关于公交帐号的答复
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                开通帐号，帐号实名，`帐号`不动。示例市交通局（筹）与示例市交通局。
                """).finds("""
                        content/replies/a.md:2:12: warning[words]: “帐号”应作“账号”：通用规范汉字
                            title: 关于公交帐号的答复
                                           ^^^^  改成“账号”
                        content/replies/a.md:6:3: warning[words]: “帐号”应作“账号”：通用规范汉字
                            开通帐号，帐号实名，`帐号`不动。示例市交通局（筹）与示例市交通局。
                                ^^^^  改成“账号”
                        content/replies/a.md:6:6: warning[words]: “帐号”应作“账号”：通用规范汉字
                            开通帐号，帐号实名，`帐号`不动。示例市交通局（筹）与示例市交通局。
                                      ^^^^  改成“账号”
                        content/replies/a.md:6:28: warning[words]: “示例市交通局”应作“示例市交通局（筹）”
                            开通帐号，帐号实名，`帐号`不动。示例市交通局（筹）与示例市交通局。
                                                                                ^^^^^^^^^^^^  改成“示例市交通局（筹）”
                        """);
    }

    @Test
    void wordsOfTheArchivesOwnListAreReportedWhereverTheyStand() {
        project("""
                -- content/archive.yml --
                words: [{wrong: 帐号, right: 账号}, {wrong: 登陆, right: 登录}]
                -- content/replies/a.md --
                ---
                title: 关于公交卡的答复
                proposal-title: 关于公交卡登陆的提案
                answering-body: 市交通运输局
                date: 2024-03-02
                summary: 帐号实名
                ---
                登陆，再登陆。
                """).finds("""
                        content/replies/a.md:3:22: warning[words]: “登陆”应作“登录”
                            proposal-title: 关于公交卡登陆的提案
                                                      ^^^^  改成“登录”
                        content/replies/a.md:6:10: warning[words]: “帐号”应作“账号”
                            summary: 帐号实名
                                     ^^^^  改成“账号”
                        content/replies/a.md:8:1: warning[words]: “登陆”应作“登录”
                            登陆，再登陆。
                            ^^^^  改成“登录”
                        content/replies/a.md:8:5: warning[words]: “登陆”应作“登录”
                            登陆，再登陆。
                                    ^^^^  改成“登录”
                        """);
    }

    @Test
    void aSiteWhoseTagsContradictThemselvesIsNotBuilt() {
        project("""
                -- content/archive.yml --
                base-url: https://www.example.org/dafu/
                site-id-code: "430600"
                site-domain: example.net
                """).finds("""
                        content/archive.yml:2:16: error[site-identity]: “430600”不是网站标识码
                            site-id-code: "430600"
                                           ^^^^^^  十位数字，或 bm 加八位数字
                        content/archive.yml:3:14: error[site-identity]: 域名“example.net”与网址 base-url 的“www.example.org”不符
                            site-domain: example.net
                                         ^^^^^^^^^^^  写网站的域名，如 www.example.org
                        """);
        project("""
                -- content/archive.yml --
                网站标识码: bm12345678
                网站域名: https://example.org
                """).finds("""
                        content/archive.yml:2:7: error[site-identity]: “https://example.org”不是域名
                            网站域名: https://example.org
                                      ^^^^^^^^^^^^^^^^^^^  写网站的域名，如 www.example.org
                        """);
        project("""
                -- content/archive.yml --
                base-url: https://zx.example.org/dafu/
                site-id-code: "4306000001"
                site-domain: www.example.org
                """).finds("");
    }
}
