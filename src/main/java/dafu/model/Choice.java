package dafu.model;

/** A value of a closed list, as editors write it. */
public interface Choice {
    /** The English word in a file. */
    String id();

    /** The Chinese word in a file. */
    String zh();
}
