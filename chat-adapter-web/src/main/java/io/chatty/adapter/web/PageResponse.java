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
 */
public record PageResponse<T>(List<T> items, @Nullable String next) {

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
        return new PageResponse<>(shown.stream().map(body).toList(), more ? cursor.apply(shown.get(limit - 1)) : null);
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
