package dafu.check;

import static org.assertj.core.api.Assertions.assertThat;

import dafu.ProjectTest;
import dafu.text.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The registry of rules, and how an editor turns one off or waives a finding. */
class RulesTest extends ProjectTest {
    /** A finding as it is printed, or a line of the test sets that says what must be found in it. */
    private static final Pattern REPORTED =
            Pattern.compile("(?m)(?:error|warning)\\[([a-z-]+)]|^((?:hijack|privacy)-[a-z-]+)[!,\t]");

    @Test
    void everyRuleHasATestThatShowsItsFinding() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path test : files("src/test")) {
            Matcher matcher = REPORTED.matcher(Files.readString(test));
            while (matcher.find()) {
                shown.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
        }
        assertThat(Rule.all().stream().map(Rule::id).toList()).isSubsetOf(shown);
        // What import says, and what a host does not take, is not about an archive.
        shown.removeIf(id -> id.startsWith("import-") || id.startsWith("host-"));
        assertThat(shown).isSubsetOf(Rule.all().stream().map(Rule::id).toList());
    }

    @Test
    void everyRuleIsDescribedInBothLanguages() {
        assertThat(Rule.all())
                .allSatisfy(rule -> assertThat(rule.words().keySet()).containsExactly("zh", "eg", "do", "en", "to"))
                .allSatisfy(rule ->
                        assertThat(Set.of("off", "waive", "fix", "draft")).containsAll(rule.may()));
    }

    @Test
    void whatIsHiddenCannotBeTurnedOffAndWhatWasReplacedOnlyWaived() {
        assertThat(Rule.all().stream().filter(rule -> rule.id().startsWith("privacy-")))
                .allMatch(rule -> rule.may().isEmpty());
        assertThat(Rule.all().stream().filter(rule -> rule.id().startsWith("hijack-")))
                .allMatch(rule -> rule.may().equals(Set.of("waive")));
    }

    @Test
    void aRuleThatIsTurnedOffFindsNothing() {
        project("""
                -- content/archive.yml --
                停用规则: [raw-html]
                -- content/replies/a.md --
                %s
                """.formatted(reply("", "甲<br>乙"))).finds("");
    }

    @Test
    void anUnknownRuleCannotBeTurnedOffNorOneThatProtectsPeople() {
        project("""
                -- content/archive.yml --
                title: 档案
                rules-off: [raw-htm, privacy-mobile, hijack-slot, yaml]
                """).finds("""
                content/archive.yml:2:13: error[setting]: rules-off 不能是“raw-htm”
                    rules-off: [raw-htm, privacy-mobile, hijack-slot, yaml]
                                ^^^^^^^  是不是 raw-html？
                content/archive.yml:2:22: error[setting]: rules-off 不能是“privacy-mobile”
                    rules-off: [raw-htm, privacy-mobile, hijack-slot, yaml]
                                         ^^^^^^^^^^^^^^  这条规则不能停用
                content/archive.yml:2:38: error[setting]: rules-off 不能是“hijack-slot”
                    rules-off: [raw-htm, privacy-mobile, hijack-slot, yaml]
                                                         ^^^^^^^^^^^  这条规则不能停用
                content/archive.yml:2:51: error[setting]: rules-off 不能是“yaml”
                    rules-off: [raw-htm, privacy-mobile, hijack-slot, yaml]
                                                                      ^^^^  这条规则不能停用
                """);
    }

    @Test
    void aWaiverWithAReasonSilencesOneRuleInOneReply() {
        project("""
                -- content/replies/a.md --
                %s
                -- content/replies/b.md --
                %s
                """.formatted(reply("豁免: [{规则: raw-html, 理由: 原件有这个标签}]\n", "甲<br>乙"), reply("", "甲<br>乙")))
                .finds("""
                        content/replies/b.md:7:2: warning[raw-html]: HTML 标签不起作用，会照原样显示出来
                            甲<br>乙
                              ^^^^  改用 Markdown 写法，或删去
                        """);
    }

    @Test
    void aWaiverWithoutReasonOfNoRuleOrForNothingIsReported() {
        project("-- content/replies/a.md --\n" + reply("""
                                waivers:
                                  - {rule: raw-htm, reason: 原件如此}
                                  - {rule: privacy-mobile, reason: 公开过}
                                  - {rule: raw-html, reason: 原件如此}
                                """, "甲")).finds("""
                        content/replies/a.md:6:3: warning[waiver-unused]: 没有可以豁免的 raw-html
                              - {rule: raw-htm, reason: 原件如此}
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  删去这一项豁免
                        content/replies/a.md:6:12: error[waiver]: 没有“raw-htm”这条规则
                              - {rule: raw-htm, reason: 原件如此}
                                       ^^^^^^^  是不是 raw-html？
                        content/replies/a.md:7:12: error[waiver]: privacy-mobile 不能豁免
                              - {rule: privacy-mobile, reason: 公开过}
                                       ^^^^^^^^^^^^^^  照它的提示改正
                        """);
        project("-- content/replies/a.md --\n" + reply("waivers: [{rule: raw-html}]\n", "甲<br>乙"))
                .finds("""
                        content/replies/a.md:5:11: error[required]: 缺少必填的“理由”（reason）
                            waivers: [{rule: raw-html}]
                                      ^^^^^^^^^^^^^^^^^  加一行 reason: …
                        """);
    }

    @Test
    void aReplyThatCannotBeReadIsNotReportedAgainWhereItIsNamed() {
        project("""
                -- content/replies/a.md --
                ---
                title: 第一次答复
                ---
                -- content/replies/b.md --
                %s
                """.formatted(reply("supersedes: replies/a\n", "甲"))).finds("""
                content/replies/a.md:1:1: error[required]: 缺少必填的“主办单位”（answering-body）
                    加一行 answering-body: …
                content/replies/a.md:1:1: error[required]: 缺少必填的“答复日期”（date）
                    加一行 date: 2023-07-05
                """);
    }

    private static List<Path> files(String folder) throws IOException {
        try (var walk = Files.walk(Path.of(folder))) {
            return walk.filter(path -> path.toString().matches(".*\\.(java|txt)"))
                    .toList();
        }
    }
}
