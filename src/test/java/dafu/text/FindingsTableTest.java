package dafu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsTableTest {
    private static final Pattern USED = Pattern.compile("\"([a-z][a-z-]*(?:/[a-z-]+)?)\"");

    @Test
    void everyEntryIsUsedAndHasWordsInBothLanguages() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher name = USED.matcher(Files.readString(file));
                while (name.find()) {
                    used.add(name.group(1));
                }
            }
        }
        List<String> heads = Resource.lines("findings.txt").stream()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" ")[0])
                .toList();
        assertThat(heads.stream().filter(head -> !head.startsWith("setting/"))).isSubsetOf(used);
        assertThat(heads).doesNotHaveDuplicates().allSatisfy(head -> {
            assertThat(Diagnostic.Wording.of(head).words()).hasSize(4).noneMatch(String::isBlank);
            assertThat(Diagnostic.Wording.of(head).words().get(0)).matches("(?s).*(?:\\p{IsHan}|%).*");
            assertThat(Diagnostic.Wording.of(head).words().get(1)).doesNotMatch("(?s).*[，。；：].*");
        });
        // What is masked and what a host refuses are said by one entry for several rules.
        assertThat(heads.stream().map(head -> head.replaceFirst("/.*", "")).collect(Collectors.toSet()))
                .allSatisfy(rule -> assertThat(Rule.find(rule).isPresent()
                                || rule.startsWith("import-")
                                || rule.matches("privacy.*|host"))
                        .isTrue());
    }
}
