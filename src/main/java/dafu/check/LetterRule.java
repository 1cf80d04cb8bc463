package dafu.check;

import dafu.text.Diagnostic;
import java.util.stream.Stream;

/** A rule that a letter can break by itself. */
interface LetterRule {
    Stream<Diagnostic> check(Letter letter);
}
