package dafu.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("What all share is its matter.")
class SharedTest {
    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    @Test
    void aTextAndTheSameTextAsAnOptionalValueAreKeptBoth() {
        String text = Shared.of(copy("政协九届二次会议"));
        Optional<String> optional = Shared.of(Optional.of(text));
        assertThat(Shared.of(copy(text))).isSameAs(text);
        assertThat(Shared.of(Optional.of(copy(text)))).isSameAs(optional);
        assertThat(optional.orElseThrow()).isSameAs(text);
    }

    @Test
    void whatIsAReplysOwnPushesNothingOut() {
        List<String> body = Shared.of(List.of("县交通运输局"));
        IntStream.range(0, 500_000)
                .mapToObj(i -> "关于第" + i + "条乡村公路拓宽改造工程有关建议的答复")
                .forEach(title ->
                        assertThat(Shared.of(Optional.of(Shared.of(title)))).contains(title));
        assertThat(Shared.of(List.of(copy("县交通运输局")))).isSameAs(body);
    }

    @Test
    void numbersAreShared() {
        int[] places = Shared.of(new int[] {1, 0, 3});
        assertThat(Shared.of(new int[] {1, 0, 3})).isSameAs(places);
        assertThat(Shared.of(new int[] {1, 0, 4})).containsExactly(1, 0, 4);
    }
}
