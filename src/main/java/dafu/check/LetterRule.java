package dafu.check;

/** A rule that a letter can break by itself. */
interface LetterRule {
    void check(Letter letter, Findings found);
}
