package io.chatty.domain.user;

import io.chatty.domain.Texts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How names are ordered and found: without case and accents.
 *
 * @param value the folded text
 */
public record NameKey(String value) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Folds a text: compatibility decomposition (UAX #15, NFKD), no marks, no case. */
    public static NameKey of(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return new NameKey(Texts.foldCase(bare));
    }

    /**
     * The name from each of its words on: a search text finds the name if it is a prefix of one of these, so that
     * {@code lee s} finds Anna Lee Smith. The whole name is always among them.
     */
    public List<String> tails() {
        List<String> tails = new ArrayList<>();
        tails.add(value);
        var gap = BETWEEN_WORDS.matcher(value);
        while (gap.find()) {
            if (gap.end() < value.length()) {
                tails.add(value.substring(gap.end()));
            }
        }
        return List.copyOf(tails.stream().distinct().toList());
    }
}
