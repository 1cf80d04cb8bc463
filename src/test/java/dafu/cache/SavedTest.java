package dafu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTest {
    enum Choice {
        ONE,
        OTHER
    }

    record Part(String text, Optional<LocalDate> day, boolean yes, Choice choice) {}

    record All(String name, int number, long wide, List<Part> parts, List<String> texts) {}

    /** Numbers have no equality of their own in a record. */
    record Numbers(int[] some, long[] others) {}

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("saved");
    }

    private static All all(int parts) {
        List<String> texts = new ArrayList<>(List.of("", "短", "短", "长".repeat(50_000), "a".repeat(65_536)));
        texts.addAll(
                IntStream.range(0, parts).mapToObj(i -> "第" + i % 300 + "号").toList());
        return new All(
                "名",
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                IntStream.range(0, parts)
                        .mapToObj(i -> new Part(
                                "文" + i,
                                i % 3 == 0 ? Optional.empty() : Optional.of(LocalDate.of(1900 + i % 200, 2, 28)),
                                i % 2 == 0,
                                i % 5 == 0 ? Choice.ONE : Choice.OTHER))
                        .toList(),
                texts);
    }

    @Test
    void whatIsReadIsWhatWasWrittenHoweverLong() throws IOException {
        for (int parts : new int[] {0, 1, 10_000}) {
            Saved.write(file, "key", all(parts));
            assertThat(Saved.read(file, "key", All.class)).contains(all(parts));
        }
    }

    @Test
    void numbersAreReadAsTheyWere() throws IOException {
        int[] some = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 64, -65};
        long[] others = new long[20_000];
        Arrays.setAll(others, i -> i * 0x9e3779b97f4a7c15L);
        Saved.write(file, "key", new Numbers(some, others));
        Numbers read = Saved.read(file, "key", Numbers.class).orElseThrow();
        assertThat(read.some()).isEqualTo(some);
        assertThat(read.others()).isEqualTo(others);
    }

    @Test
    void underAnotherKeyAndWhereThereIsNoFileThereIsNone() throws IOException {
        Saved.write(file, "key", all(1));
        assertThat(Saved.read(file, "other", All.class)).isEmpty();
        assertThat(Saved.read(folder.resolve("none"), "key", All.class)).isEmpty();
        assertThat(Saved.read(folder, "key", All.class)).isEmpty();
    }

    @Test
    void damagedOrCutOffAnywhereThereIsNone() throws IOException {
        Part part = new Part("答复", Optional.of(LocalDate.of(2024, 3, 2)), true, Choice.OTHER);
        Saved.write(file, "key", part);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            Files.write(file, Arrays.copyOf(bytes, at));
            assertThat(Saved.read(file, "key", Part.class)).as("cut at %d", at).isEmpty();
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(Saved.read(file, "key", Part.class))
                    .as("damaged at %d", at)
                    .isEmpty();
        }
        Files.write(file, bytes);
        assertThat(Saved.read(file, "key", Part.class)).contains(part);
    }
}
