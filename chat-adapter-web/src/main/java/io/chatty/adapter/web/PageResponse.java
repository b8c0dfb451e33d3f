package io.chatty.adapter.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; absent at the end
 * @param sync the cursor to ask with what happened since; only of lists of which one can ask so, on the first page
 */
public record PageResponse<T>(
        List<T> items, @Nullable String next, @Nullable String sync) {

    private static final String CURSOR = "cursor";

    /**
     * The page that shows the first of what was found.
     *
     * @param found one more than fits where the list goes on
     * @param limit most items of the page
     * @param cursor makes the cursor that stands behind an entry
     * @param body makes the item that shows an entry
     */
    public static <E, T> PageResponse<T> of(List<E> found, int limit, Function<E, String> cursor, Function<E, T> body) {
        boolean more = found.size() > limit;
        List<E> shown = more ? found.subList(0, limit) : found;
        String next = more ? cursor.apply(shown.get(limit - 1)) : null;
        return new PageResponse<>(shown.stream().map(body).toList(), next, null);
    }

    /** The same page as the first of a list of which one can ask what happened since. */
    public PageResponse<T> withSync(String cursor) {
        return new PageResponse<>(items, next, cursor);
    }

    /** The answer to a query, with a link to the next page. */
    public ResponseEntity<PageResponse<T>> answer(Query query) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, query.link("next", List.of(CURSOR), Map.of(CURSOR, next)));
        }
        return answer.body(this);
    }
}
