package dafu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
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
            String found = checker.validate(page);
            if (!found.isBlank()) {
                wrong.put(address, found);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
