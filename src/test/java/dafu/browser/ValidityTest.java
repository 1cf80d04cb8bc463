package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page is valid for the checker that the authors of the standard keep. */
class ValidityTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"content", "src/test/resources/dafu/english"})
    void everyKindOfPageIsValid(String content) throws Exception {
        Path site = Demonstration.build(content, folder.resolve("site"));
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        TreeMap<String, String> wrong = new TreeMap<>();
        for (String address : Samples.of(site).values()) {
            Path page = site.resolve(address.replaceFirst("(^|/)(\\?.*)?$", "$1index.html"));
            // What the policy blocks, a browser tells: the checker takes a file for a foreign host and data for a
            // script.
            checker.validate(page)
                    .lines()
                    .filter(line -> !line.contains("Content Security Policy"))
                    .forEach(line -> wrong.putIfAbsent(line.replaceFirst(".*?:[\\d.-]+: ", ""), address));
        }
        assertThat(wrong).isEmpty();
    }
}
