package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Query;
import io.chatty.application.conversation.GetMessageUseCase;
import io.chatty.application.conversation.ReadHistoryUseCase;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.HistoryPage;
import io.chatty.domain.conversation.HistoryQuery;
import io.chatty.domain.conversation.HistoryQuery.Anchor;
import io.chatty.domain.conversation.Message;
import io.chatty.wire.Bodies;
import io.chatty.wire.MessageResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
final class HistoryController {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final List<String> PLACES = List.of(BEFORE, AFTER, "around");
    private static final List<Anchor> ANCHORS = List.of(Anchor.BEFORE, Anchor.AFTER, Anchor.AROUND);

    private final ReadHistoryUseCase readHistory;
    private final GetMessageUseCase getMessage;

    HistoryController(ReadHistoryUseCase readHistory, GetMessageUseCase getMessage) {
        this.readHistory = readHistory;
        this.getMessage = getMessage;
    }

    @GetMapping("/conversations/{id}/messages")
    ResponseEntity<HistoryResponse> history(Session session, @PathVariable ConversationId id, Query query) {
        HistoryPage page = readHistory.read(session.userId(), id, wanted(query));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.hasBefore()) {
            answer.header(HttpHeaders.LINK, query.link("prev", PLACES, older(page.items())));
        }
        if (page.hasAfter()) {
            answer.header(HttpHeaders.LINK, query.link("next", PLACES, newer(page.items())));
        }
        return answer.body(HistoryResponse.of(page, session.userId()));
    }

    @GetMapping("/conversations/{id}/messages/{seq}")
    MessageResponse one(Session session, @PathVariable ConversationId id, @PathVariable String seq) {
        return Bodies.message(getMessage.get(session.userId(), id, Seqs.read(seq)), session.userId());
    }

    private static HistoryQuery wanted(Query query) {
        int limit = query.limit();
        HistoryQuery wanted = new HistoryQuery(Anchor.NEWEST, 0, limit);
        boolean placed = false;
        for (int i = 0; i < PLACES.size(); i++) {
            String place = PLACES.get(i);
            Long seq = query.number(place);
            if (query.has(place) && placed) {
                query.reject(place, ViolationCode.CONFLICT, "At most one of before, after and around is expected.");
            }
            placed |= query.has(place);
            if (seq != null) {
                wanted = new HistoryQuery(ANCHORS.get(i), seq, limit);
            }
        }
        query.check();
        return wanted;
    }

    /** What lies before an empty page beyond the end is the newest page. */
    private static Map<String, String> older(List<Message> items) {
        return items.isEmpty()
                ? Map.of()
                : Map.of(BEFORE, String.valueOf(items.get(0).seq()));
    }

    /** What lies after an empty page before the beginning is the oldest page. */
    private static Map<String, String> newer(List<Message> items) {
        long last = items.isEmpty() ? 0 : items.get(items.size() - 1).seq();
        return Map.of(AFTER, String.valueOf(last));
    }
}
