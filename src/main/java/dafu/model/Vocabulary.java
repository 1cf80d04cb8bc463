package dafu.model;

import dafu.text.Slug;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one facet: those that {@code archive.yml} declares, in its order, by name and by alias; and those that
 * replies use without being declared, which get an address made from their sound and a hash.
 */
public final class Vocabulary {
    private final Facet facet;
    private final Map<String, Term> byName = new LinkedHashMap<>();
    private final Map<Term, Term> successors = new LinkedHashMap<>();

    private Vocabulary(Facet facet) {
        this.facet = facet;
    }

    /** The names that are declared, and those that occur. */
    static Vocabulary of(Facet facet, List<Settings.Entry> declared, Collection<String> occurring) {
        Vocabulary vocabulary = new Vocabulary(facet);
        for (Settings.Entry entry : declared) {
            Term term = new Term(facet, entry.id(), entry.name());
            vocabulary.byName.put(entry.name(), term);
            entry.aliases().forEach(alias -> vocabulary.byName.putIfAbsent(alias, term));
            vocabulary.byName.putIfAbsent(entry.id(), term);
        }
        declared.forEach(entry -> entry.successor()
                .map(vocabulary.byName::get)
                .ifPresent(later -> vocabulary.successors.put(vocabulary.term(entry.name()), later)));
        for (String name : occurring) {
            vocabulary.byName.computeIfAbsent(name, n -> new Term(facet, Slug.of(n), n, Optional.empty(), false));
        }
        return vocabulary;
    }

    /** Outcome classes: a bare code is looked up in the schemes in their order, {@code scheme/code} in that one alone. */
    static Vocabulary outcomes(List<Settings.Scheme> schemes, Collection<String> occurring) {
        Vocabulary vocabulary = new Vocabulary(Facet.OUTCOME);
        for (Settings.Scheme scheme : schemes) {
            for (Settings.Outcome outcome : scheme.classes()) {
                Term term = new Term(
                        Facet.OUTCOME,
                        scheme.scheme() + "-" + slug(outcome.code()),
                        outcome.code() + " " + outcome.label(),
                        outcome.meaning(),
                        true);
                vocabulary.byName.put(scheme.scheme() + "/" + outcome.code(), term);
                vocabulary.byName.putIfAbsent(outcome.code(), term);
            }
        }
        for (String code : occurring) {
            vocabulary.byName.computeIfAbsent(code, c -> new Term(Facet.OUTCOME, slug(c), c, Optional.empty(), false));
        }
        return vocabulary;
    }

    /** The term of a name that is declared or occurs. */
    public Term term(String name) {
        Term term = byName.get(name);
        if (term == null) {
            throw new IllegalStateException(facet + " has no " + name);
        }
        return term;
    }

    /** The term of a name, if it is known. */
    public Optional<Term> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a term was renamed to or merged into, and what that became. */
    public List<Term> later(Term term) {
        Set<Term> later = new LinkedHashSet<>();
        for (Term next = successors.get(term); next != null && later.add(next); ) {
            next = successors.get(next);
        }
        later.remove(term);
        return List.copyOf(later);
    }

    /** The terms that became this one. */
    public List<Term> earlier(Term term) {
        return successors.keySet().stream()
                .filter(other -> later(other).contains(term))
                .toList();
    }

    /** The position of each declared term, in the order of archive.yml. */
    public Map<String, Integer> order() {
        Map<String, Integer> order = new HashMap<>();
        byName.values().stream().filter(Term::declared).forEach(term -> order.putIfAbsent(term.id(), order.size()));
        return order;
    }

    private static String slug(String code) {
        return code.matches("[A-Za-z0-9]+") ? code.toLowerCase(Locale.ROOT) : Slug.of(code);
    }
}
