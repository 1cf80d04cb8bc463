package dafu.model;

import dafu.text.Message.Language;
import java.util.Locale;

/** A value of a closed list, as editors write it: in English as the constant is spelled, or in Chinese. */
public interface Choice {
    /** The constant's own name, as an enum has it. */
    String name();

    /** The name in front matter: small letters, with hyphens. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default String zh() {
        return Key.of(getClass(), id()).zh().get(0);
    }

    /** What an editor who writes keys in this language writes. */
    default String name(Language language) {
        return language == Language.ZH ? zh() : id();
    }
}
