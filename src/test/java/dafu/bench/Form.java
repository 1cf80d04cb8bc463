package dafu.bench;

/** How a reader asks for a reply. */
enum Form {
    MATTER("whole matter"),
    WORDS("two or three of its words"),
    TYPO("one word wrong"),
    SENTENCE("a sentence of the text"),
    NUMBER("number with session"),
    BODY_TOPIC("body and topic"),
    LAY("lay word and a word"),
    /** A slice cut anywhere from a text, in quotes: all that hold it are expected, not one. */
    PHRASE("quoted slice");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
