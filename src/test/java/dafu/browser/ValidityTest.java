package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page is valid for the checker that the authors of the standard keep. */
class ValidityTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfPageIsValid() throws Exception {
        Path site = Demonstration.build(folder.resolve("site"));
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        TreeMap<String, String> wrong = new TreeMap<>();
        for (String address : Samples.of(site).values()) {
            Path page = site.resolve(address.replaceFirst("(^|/)(\\?.*)?$", "$1index.html"));
            // What the policy blocks, a browser tells: the checker takes a file for a foreign host and data for a
            // script.
            String found = checker.validate(page)
                    .lines()
                    .filter(line -> !line.contains("Content Security Policy"))
                    .collect(Collectors.joining("\n"));
            if (!found.isBlank()) {
                wrong.put(address, found);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
