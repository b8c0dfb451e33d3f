package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.ChangeConversationSettingsUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.wire.Bodies;
import io.chatty.wire.ConversationResponse;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
final class SettingsController {

    private final ChangeConversationSettingsUseCase changeSettings;

    SettingsController(ChangeConversationSettingsUseCase changeSettings) {
        this.changeSettings = changeSettings;
    }

    @PatchMapping("/conversations/{id}")
    ConversationResponse change(Session session, @PathVariable ConversationId id, JsonFields fields) {
        return Bodies.conversation(changeSettings.change(session.userId(), id, read(fields)));
    }

    private static SettingsChange read(JsonFields fields) {
        Field<Boolean> muted = fields.optionalBoolean("muted");
        Field<Boolean> archived = fields.optionalBoolean("archived");
        Field<Boolean> pinned = fields.optionalBoolean("pinned");
        Field<Boolean> markedUnread = fields.optionalBoolean("markedUnread");
        fields.check();
        return new SettingsChange(muted.orNull(), archived.orNull(), pinned.orNull(), markedUnread.orNull());
    }
}
