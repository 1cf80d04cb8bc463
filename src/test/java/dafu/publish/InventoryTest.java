package dafu.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dafu.cache.Hash;
import dafu.cache.Stamp;
import dafu.publish.Sink.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final String[] FOLDERS = {"", "replies/2024/", "search/t/0a/", "附件/", "x".repeat(3000) + "/"};

    private static Made made(int number) {
        return new Made(number, Hash.of(String.valueOf(number).getBytes(UTF_8)));
    }

    @Test
    void itHoldsWhatAMapHoldsWhateverIsDoneToIt() {
        Random random = new Random(7);
        Inventory inventory = new Inventory();
        TreeMap<String, Made> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            String path = FOLDERS[random.nextInt(FOLDERS.length)] + random.nextInt(2_000);
            Made made = made(i);
            switch (random.nextInt(4)) {
                case 0 -> {
                    inventory.remove(path);
                    expected.remove(path);
                }
                case 1 -> {
                    inventory.put(path, made, false);
                    expected.put(path, made);
                }
                default ->
                    assertThat(inventory.putIfAbsent(path, made, true))
                            .isEqualTo(expected.putIfAbsent(path, made) == null);
            }
            assertThat(inventory.size()).isEqualTo(expected.size());
            assertThat(inventory.find(path).map(Inventory.File::made))
                    .isEqualTo(Optional.ofNullable(expected.get(path)));
            if (i % 1000 == 0) {
                assertThat(contents(inventory)).isEqualTo(contents(expected));
            }
        }
        assertThat(contents(inventory)).isEqualTo(contents(expected));
        assertThat(contents(new Inventory(inventory))).isEqualTo(contents(expected));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Inventory inventory = new Inventory();
        inventory.put("a", made(1), false);
        Inventory copy = new Inventory(inventory);
        copy.put("a", made(2), true);
        copy.put("b", made(3), false);
        copy.remove("c");
        assertThat(contents(inventory)).containsExactly("a " + made(1));
        assertThat(contents(copy)).containsExactly("a " + made(2), "b " + made(3));
        assertThat(inventory.find("a").orElseThrow().isStaged()).isFalse();
        assertThat(copy.find("a").orElseThrow().isStaged()).isTrue();
    }

    @Test
    void theOrderIsThatOfBytesAsSortHasIt() {
        Inventory inventory = new Inventory();
        List.of("b", "𠮷", "\uFF0D", "a/b", "a.b", "a", "中").forEach(path -> inventory.put(path, made(0), false));
        assertThat(inventory.files().stream().map(Inventory.File::path))
                .containsExactly("a", "a.b", "a/b", "b", "中", "\uFF0D", "𠮷");
    }

    @Test
    void aStampIsKeptUntilTheFileIsAnother() {
        Inventory inventory = new Inventory();
        inventory.put("a", made(1), false);
        Inventory.File file = inventory.find("a").orElseThrow();
        assertThat(file.stamp()).isEmpty();
        Stamp stamp = new Stamp(-5, 1, Long.MAX_VALUE - 1);
        assertThat(file.note(stamp)).isSameAs(stamp);
        assertThat(inventory.find("a").orElseThrow().stamp()).contains(stamp);
        assertThat(file.bytes()).isEqualTo(1);
        file.bytes(70);
        assertThat(file.made().bytes()).isEqualTo(70);
        inventory.put("a", made(2), false);
        assertThat(file.stamp()).isEmpty();
        assertThat(file.bytes()).isEqualTo(2);
    }

    @Test
    void manyThreadsLoseNothing() {
        Inventory inventory = new Inventory();
        IntStream.range(0, 50_000).parallel().forEach(i -> {
            assertThat(inventory.putIfAbsent("replies/" + i, made(i), i % 2 == 0))
                    .isTrue();
            assertThat(inventory.find("replies/" + i).orElseThrow().made()).isEqualTo(made(i));
        });
        assertThat(inventory.size()).isEqualTo(50_000);
        assertThat(inventory.files().stream().filter(Inventory.File::isStaged)).hasSize(25_000);
        assertThat(inventory.has("replies/50000")).isFalse();
    }

    @Test
    void aPathLongerThanAnyFileSystemTakesIsRefused() {
        assertThatThrownBy(() -> new Inventory().put("x".repeat(1 << 20), made(0), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> contents(Inventory inventory) {
        return inventory.files().stream()
                .map(file -> file.path() + " " + file.made())
                .toList();
    }

    /** In the order of bytes, which for these paths is that of a map as well. */
    private static List<String> contents(TreeMap<String, Made> map) {
        List<String> contents = new ArrayList<>();
        map.forEach((path, made) -> contents.add(path + " " + made));
        return contents;
    }
}
