package io.chatty.adapter.web.user;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.application.user.BlockPersonUseCase;
import io.chatty.application.user.BlockedPerson;
import io.chatty.application.user.ListBlocksUseCase;
import io.chatty.application.user.UnblockPersonUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.PersonResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Whom a person blocks. */
@ApiController
final class BlockController {

    private static final String LIST = "blocks";

    private final BlockPersonUseCase blockPerson;
    private final UnblockPersonUseCase unblockPerson;
    private final ListBlocksUseCase listBlocks;
    private final Cursors cursors;

    BlockController(
            BlockPersonUseCase blockPerson,
            UnblockPersonUseCase unblockPerson,
            ListBlocksUseCase listBlocks,
            Cursors cursors) {
        this.blockPerson = blockPerson;
        this.unblockPerson = unblockPerson;
        this.listBlocks = listBlocks;
        this.cursors = cursors;
    }

    @PutMapping("/me/blocks/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(Session session, @PathVariable UserId userId) {
        blockPerson.block(session.userId(), userId);
    }

    @DeleteMapping("/me/blocks/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Session session, @PathVariable UserId userId) {
        unblockPerson.unblock(session.userId(), userId);
    }

    @GetMapping("/me/blocks")
    ResponseEntity<PageResponse<PersonResponse>> list(Session session, Query query) {
        UserId me = session.userId();
        int limit = query.limit();
        String cursor = query.text("cursor");
        query.check();
        BlockPosition after = cursor == null ? null : position(cursors.open(LIST, me, cursor));
        List<BlockedPerson> found = listBlocks.list(me, after, limit + 1);
        return PageResponse.of(
                        found,
                        limit,
                        last -> cursors.seal(LIST, me, position(last.position())),
                        blocked -> Bodies.person(blocked.person()))
                .answer(query);
    }

    private static String position(BlockPosition position) {
        return position.since().toEpochMilli() + " " + position.blocked();
    }

    /** Reads what {@link #position(BlockPosition)} wrote. */
    private static BlockPosition position(String written) {
        String[] parts = written.split(" ");
        return new BlockPosition(Instant.ofEpochMilli(Long.parseLong(parts[0])), new UserId(parts[1]));
    }
}
