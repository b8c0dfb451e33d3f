package io.chatty.adapter.stomp.presence;

import io.chatty.adapter.stomp.Command;
import io.chatty.adapter.stomp.Destination;
import io.chatty.adapter.stomp.Outcome;
import io.chatty.adapter.stomp.SendHandler;
import io.chatty.application.presence.ReportActivityUseCase;
import io.chatty.domain.presence.Activity;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

@Component
final class ActivityHandler implements SendHandler {

    private final ReportActivityUseCase reportActivity;

    ActivityHandler(ReportActivityUseCase reportActivity) {
        this.reportActivity = reportActivity;
    }

    @Override
    public Destination destination() {
        return Destination.PRESENCE;
    }

    @Override
    public CompletionStage<Outcome> handle(Command command) {
        JsonFields fields = command.fields();
        Field<Activity> state = fields.requiredWord("state", Activity.class);
        fields.check();
        reportActivity.report(command.connection(), state.get());
        return Outcome.accepted();
    }
}
