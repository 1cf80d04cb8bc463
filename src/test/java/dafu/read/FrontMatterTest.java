package dafu.read;

import dafu.ProjectTest;
import org.junit.jupiter.api.Test;

class FrontMatterTest extends ProjectTest {
    @Test
    void aFileWithoutFrontMatterIsReported() {
        project("""
                -- content/replies/a.md --
                夜间公交的答复
                """).finds("""
                content/replies/a.md:1:1: error[front-matter]: 文件开头没有元数据
                    第一行写三个半角连字符 ---，接着每行一个“键: 值”，再以一行 --- 结束
                """);
    }

    @Test
    void frontMatterThatIsNotClosedIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02

                答复如下。
                """).finds("""
                content/replies/a.md:1:1: error[front-matter]: 元数据没有结束
                    在最后一个键的下一行写三个半角连字符 ---
                """);
    }

    @Test
    void aTabThatIndentsIsReportedWhereItStands() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                contact:
                \toffice: 公交科
                ---
                """).finds("""
                content/replies/a.md:6:1: error[yaml-tab]: 缩进用了制表符（Tab）
                     office: 公交科
                    ^  改用两个空格
                """);
    }

    @Test
    void aTabElsewhereIsWhiteSpace() {
        project("""
                -- content/replies/a.md --
                ---
                title:\t夜间公交\t# 照原文
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                """).finds("");
    }

    @Test
    void aFullWidthColonIsReportedAndTheRestIsReadAllTheSame() {
        project("""
                -- content/replies/a.md --
                ---
                title：夜间公交
                answering-body: 市交通运输局
                答复日期：2024-13-02
                contact:
                  科室：公交科
                ---
                """).finds("""
                content/replies/a.md:2:6: error[yaml-colon]: “title”后面是全角冒号
                    title：夜间公交
                         ^^  改成半角冒号加一个空格：title: …
                content/replies/a.md:4:5: error[yaml-colon]: “答复日期”后面是全角冒号
                    答复日期：2024-13-02
                            ^^  改成半角冒号加一个空格：答复日期: …
                content/replies/a.md:4:6: error[date]: 没有“2024-13-02”这一天
                    答复日期：2024-13-02
                              ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                content/replies/a.md:6:5: error[yaml-colon]: “科室”后面是全角冒号
                      科室：公交科
                          ^^  改成半角冒号加一个空格：科室: …
                """);
    }

    @Test
    void aFullWidthColonInAValueIsText() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交：答复
                answering-body: 市交通运输局
                date: 2024-03-02
                summary: 两条线路
                  延长到二十三时：自五月起
                disclosure: "主动公开
                  全文：是"
                reason: |
                  说明：无
                ---
                """).finds("");
    }

    @Test
    void aKeyThatStandsTwiceIsReportedWithBothPlaces() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                title: 夜班公交
                ---
                """).finds("""
                content/replies/a.md:5:1: error[duplicate-key]: “title”写了两次，第一次在第 2 行
                    title: 夜班公交
                    ^^^^^  只留一个
                """);
    }

    @Test
    void aKeyInBothLanguagesStandsTwice() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                答复日期: 2024-03-03
                主办单位: 市公安局
                承办单位: 市公安局
                ---
                """).finds("""
                content/replies/a.md:5:1: error[duplicate-key]: “答复日期” stands twice, first on line 4
                    答复日期: 2024-03-03
                    ^^^^^^^^  keep one of them
                content/replies/a.md:6:1: error[duplicate-key]: “主办单位” stands twice, first on line 3
                    主办单位: 市公安局
                    ^^^^^^^^  keep one of them
                content/replies/a.md:7:1: error[duplicate-key]: “承办单位” stands twice, first on line 3
                    承办单位: 市公安局
                    ^^^^^^^^  keep one of them
                """, "--lang", "en");
    }

    @Test
    void anUnknownKeyIsReportedWithTheOneThatWasMeant() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                sumary: 延长两小时
                会办单为: 市公安局
                satisfaction: {handing: 满意}
                xyz: 1
                ---
                """).finds("""
                content/replies/a.md:5:1: error[unknown-key]: 没有“sumary”这个键
                    sumary: 延长两小时
                    ^^^^^^  是不是 summary？
                content/replies/a.md:6:1: error[unknown-key]: 没有“会办单为”这个键
                    会办单为: 市公安局
                    ^^^^^^^^  是不是 会办单位？
                content/replies/a.md:7:16: error[unknown-key]: 没有“satisfaction.handing”这个键
                    satisfaction: {handing: 满意}
                                   ^^^^^^^  是不是 handling？
                content/replies/a.md:8:1: error[unknown-key]: 没有“xyz”这个键
                    xyz: 1
                    ^^^  删去这一行，或换成有的键；全部的键在 .schema 里，new 会写出它
                """);
    }

    @Test
    void anUnknownKeyIsReportedInEnglish() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                sumary: 延长两小时
                xyz: 1
                ---
                """).finds("""
                content/replies/a.md:5:1: error[unknown-key]: unknown key “sumary”
                    sumary: 延长两小时
                    ^^^^^^  did you mean summary?
                content/replies/a.md:6:1: error[unknown-key]: unknown key “xyz”
                    xyz: 1
                    ^^^  take it out or use another key; .schema, which new writes, lists them all
                """, "--lang", "en");
    }

    @Test
    void aValueOfTheWrongTypeIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: [夜间公交]
                answering-body: 市交通运输局
                date: 2024-03-02
                proposers: {a: 1}
                satisfaction: 满意
                attachments: a.pdf
                source: {restated: yes}
                status: 已公开
                ---
                """).finds("""
                content/replies/a.md:2:8: error[type]: “title”应是文字，却是列表
                    title: [夜间公交]
                           ^^^^^^^^^^  写成 title: …
                content/replies/a.md:5:12: error[type]: “proposers”应是一个词或一列词，却是一组键和值
                    proposers: {a: 1}
                               ^^^^^^  写成 proposers: …
                content/replies/a.md:6:15: error[type]: “satisfaction”应是一组键和值，却是文字
                    satisfaction: 满意
                                  ^^^^  里面写 handling: …, result: …
                content/replies/a.md:7:14: error[type]: “attachments”应是一列键和值，却是文字
                    attachments: a.pdf
                                 ^^^^^  里面写 file: …, title: …
                content/replies/a.md:8:20: error[type]: “restated”应是 true 或 false，却是“yes”
                    source: {restated: yes}
                                       ^^^  写 true（是）或 false（否）
                content/replies/a.md:9:9: error[value]: “status”不能是“已公开”
                    status: 已公开
                            ^^^^^^  可用的值：published（公开）、draft（草稿）、withdrawn（撤回）
                """);
    }

    @Test
    void aValueOfTheWrongTypeIsReportedInEnglish() {
        project("""
                -- content/replies/a.md --
                ---
                title: [夜间公交]
                answering-body: 市交通运输局
                date: {year: 2024}
                satisfaction: 满意
                source: {restated: yes}
                extent: all
                ---
                """).finds("""
                content/replies/a.md:2:8: error[type]: “title” should be a text, found a list
                    title: [夜间公交]
                           ^^^^^^^^^^  write title: …
                content/replies/a.md:4:7: error[type]: “date” should be a date, found keys and values
                    date: {year: 2024}
                          ^^^^^^^^^^^^  write date: …
                content/replies/a.md:5:15: error[type]: “satisfaction” should be keys and values, found a text
                    satisfaction: 满意
                                  ^^^^  it holds handling: …, result: …
                content/replies/a.md:6:20: error[type]: “restated” should be true or false, found “yes”
                    source: {restated: yes}
                                       ^^^  write true or false
                content/replies/a.md:7:9: error[value]: “extent” cannot be “all”
                    extent: all
                            ^^^  one of full, excerpt, summary, withheld
                """, "--lang", "en");
    }

    @Test
    void aDayThatDoesNotExistIsReportedAtItsColumn() {
        project("""
                -- content/replies/2024/0117.md --
                ---
                title: 夜间公交
                date: 2024-13-02
                answering-body: 市交通运输局
                ---
                """).finds("""
                content/replies/2024/0117.md:3:7: error[date]: "2024-13-02" is not a date
                    date: 2024-13-02
                          ^^^^^^^^^^  write it as YYYY-MM-DD
                """, "--lang", "en");
    }

    @Test
    void aDateInAnotherFormIsReportedWithTheRightOne() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024年3月2日
                published: 2024/3/20
                assigned: 上周
                ---
                -- content/replies/b.md --
                ---
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2023-02-29
                ---
                """).finds("""
                content/replies/a.md:4:7: error[date]: “2024年3月2日”不是日期
                    date: 2024年3月2日
                          ^^^^^^^^^^^^  写成 2024-03-02
                content/replies/a.md:5:12: error[date]: “2024/3/20”不是日期
                    published: 2024/3/20
                               ^^^^^^^^^  写成 2024-03-20
                content/replies/a.md:6:11: error[date]: “上周”不是日期
                    assigned: 上周
                              ^^^^  写成 2023-07-05
                content/replies/b.md:4:7: error[date]: 没有“2023-02-29”这一天
                    date: 2023-02-29
                          ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                """);
    }

    @Test
    void aMissingRequiredKeyIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                date:
                ---
                -- content/pages/about.md --
                ---
                summary: 说明
                ---
                """).finds("""
                content/pages/about.md:1:1: error[required]: 缺少必填的“标题”（title）
                    加一行 title: …
                content/replies/a.md:1:1: error[required]: 缺少必填的“主办单位”（answering-body）
                    加一行 answering-body: …
                content/replies/a.md:3:1: error[required]: 缺少必填的“答复日期”（date）
                    date:
                    ^^^^  加一行 date: 2023-07-05
                """);
    }

    @Test
    void aValueThatHoldsAColonMustBeQuoted() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交: 答复
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                """).finds("""
                content/replies/a.md:2:12: error[yaml]: 值里有“: ”，要加引号
                    title: 夜间公交: 答复
                                   ^  把整个值放进半角双引号
                """);
    }

    @Test
    void aLineWithoutAColonIsReported() {
        project("""
                -- content/replies/a.md --
                ---
                title: 夜间公交
                市交通运输局
                date: 2024-03-02
                ---
                -- content/replies/b.md --
                ---
                - 夜间公交
                ---
                -- content/replies/c.md --
                ---
                title: "夜间公交
                date: 2024-03-02
                ---
                """).finds("""
                content/replies/a.md:4:1: error[yaml]: 这一行或上一行缺少冒号
                    date: 2024-03-02
                    ^  写成“键: 值”
                content/replies/b.md:2:1: error[yaml]: 这里应是“键: 值”
                    每行写一个键，冒号用半角，后面留一个空格
                content/replies/c.md:2:8: error[yaml]: 从这里开始的引号没有结束
                    title: "夜间公交
                           ^  在值的末尾补上同样的半角引号
                """);
    }

    @Test
    void anEmptyFrontMatterLacksItsKeys() {
        project("""
                -- content/replies/a.md --
                ---
                ---
                """).finds("""
                content/replies/a.md:1:1: error[required]: 缺少必填的“主办单位”（answering-body）
                    加一行 answering-body: …
                content/replies/a.md:1:1: error[required]: 缺少必填的“答复日期”（date）
                    加一行 date: 2023-07-05
                content/replies/a.md:1:1: error[required]: 缺少必填的“标题”（title）
                    加一行 title: …
                """);
    }

    @Test
    void aliasesThatGrowAreRefused() {
        project("""
                -- content/replies/a.md --
                ---
                title: &a [夜间公交, 夜间公交]
                topics: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                proposers: [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                ---
                """).finds("""
                content/replies/a.md:2:1: error[yaml]: YAML 无法读取：Number of aliases for non-scalar nodes exceeds the specified max=0
                    去掉引用（&、*）和过大的内容
                """);
    }

    @Test
    void bracketsInTextsAreNoNesting() {
        project("""
                -- content/replies/a.md --
                ---
                title: "[[[[[[[["
                summary: 见[[[[[[[{{{{{{{
                answering-body: '[[[[[[[['
                reason: |
                  - - - - - - - - - - - - - - - - - - - - - - - - - - 停车
                date: 2024-03-02
                ---
                """).built();
    }

    @Test
    void aTextThatEndsWithinAnEscapeIsReported() {
        project("-- content/archive.yml --\ntitle: 甲\nnotice: \"\\u").check().finds("""
                content/archive.yml:2:9: error[yaml]: 从这里开始的引号没有结束
                    notice: "\\u
                            ^  在值的末尾补上同样的半角引号
                """);
    }

    @Test
    void yamlThatNestsDeeplyIsRefused() {
        String nested = "[".repeat(5000);
        String marks = "- ".repeat(5000);
        String questions = "? ".repeat(5000);
        StringBuilder indented = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            indented.append(" ".repeat(i)).append("a:\n");
        }
        project("""
                -- content/replies/brackets.md --
                ---
                title: %s
                ---
                -- content/replies/dashes.md --
                ---
                %s
                ---
                -- content/replies/indented.md --
                ---
                %s---
                -- content/replies/questions.md --
                ---
                %s
                ---
                """.formatted(nested, marks, indented, questions)).finds("""
                content/replies/brackets.md:2:1: error[yaml]: 嵌套太深
                    每个键最多两层
                content/replies/dashes.md:2:1: error[yaml]: 嵌套太深
                    每个键最多两层
                content/replies/indented.md:2:1: error[yaml]: 嵌套太深
                    每个键最多两层
                content/replies/questions.md:2:1: error[yaml]: 嵌套太深
                    每个键最多两层
                """);
    }

    @Test
    void aRowOfHyphensIsNotNesting() {
        project("""
                -- content/archive.yml --
                # ------------------------------------------------
                title: 答复档案 --------------------------------------
                -- content/replies/a.md --
                ---
                # ------------------------------------------------
                title: 夜间公交
                answering-body: 市交通运输局
                date: 2024-03-02
                ---
                """).finds("");
    }

    @Test
    void anUnknownSettingIsReported() {
        project("""
                -- content/archive.yml --
                titel: 答复档案
                bodies:
                  - {id: a, name: 市交通运输局, alias: 市交通局}
                per-page: 零
                """).finds("""
                content/archive.yml:1:1: error[unknown-key]: 没有“titel”这个键
                    titel: 答复档案
                    ^^^^^  是不是 title？
                content/archive.yml:3:27: error[unknown-key]: 没有“bodies.alias”这个键
                      - {id: a, name: 市交通运输局, alias: 市交通局}
                                                    ^^^^^  是不是 aliases？
                content/archive.yml:4:11: error[type]: “per-page”应是正整数，却是“零”
                    per-page: 零
                              ^^  写成数字，如 20
                """);
    }

    @Test
    void allErrorsAreReportedAtOnceInTheOrderOfTheFiles() {
        project("""
                -- content/replies/b.md --
                ---
                title: 夜间公交
                date: 2024-13-02
                kinds: proposal
                ---
                -- content/replies/a.md --
                夜间公交
                -- content/archive.yml --
                per-page: 0
                -- content/pages/about.md --
                ---
                ---
                """).finds("""
                content/archive.yml:1:11: error[type]: “per-page”应是正整数，却是“0”
                    per-page: 0
                              ^  写成数字，如 20
                content/pages/about.md:1:1: error[required]: 缺少必填的“标题”（title）
                    加一行 title: …
                content/replies/a.md:1:1: error[front-matter]: 文件开头没有元数据
                    第一行写三个半角连字符 ---，接着每行一个“键: 值”，再以一行 --- 结束
                content/replies/b.md:1:1: error[required]: 缺少必填的“主办单位”（answering-body）
                    加一行 answering-body: …
                content/replies/b.md:3:7: error[date]: 没有“2024-13-02”这一天
                    date: 2024-13-02
                          ^^^^^^^^^^  核对年月日，写成 2023-07-05 的样子
                content/replies/b.md:4:1: error[unknown-key]: 没有“kinds”这个键
                    kinds: proposal
                    ^^^^^  是不是 kind？
                """);
    }
}
