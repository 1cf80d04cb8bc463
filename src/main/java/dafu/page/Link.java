package dafu.page;

/** A link: its address, relative to the page it stands on, and its words. */
public record Link(String href, String label) {}
