package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final ConnectionId CONNECTION = new ConnectionId("1");
    private static final UserId ANNA = new UserId("u_anna");

    private final ConnectUseCase connect = mock();
    private final DisconnectUseCase disconnect = mock();
    private final Attendance attendance = new Attendance(CONNECTION, connect, disconnect);

    @Test
    void saysTheFirstFarewellOnly() {
        attendance.arrive(ANNA);
        attendance.leave(Farewell.GONE);
        attendance.leave(Farewell.LOST);

        var inOrder = inOrder(connect, disconnect);
        inOrder.verify(connect).connect(CONNECTION, ANNA);
        inOrder.verify(disconnect).disconnect(CONNECTION, Farewell.GONE);
        verifyNoMoreInteractions(disconnect);
    }

    @Test
    void neverArrivesAfterItLeft() {
        attendance.leave(Farewell.LOST);
        attendance.arrive(ANNA);

        verifyNoInteractions(connect, disconnect);
    }

    @Test
    void mayRepeatAFarewellThatFailed() {
        attendance.arrive(ANNA);
        doThrow(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal())
                .doNothing()
                .when(disconnect)
                .disconnect(CONNECTION, Farewell.LOST);

        assertThatThrownBy(() -> attendance.leave(Farewell.LOST)).isInstanceOf(ChatException.class);
        attendance.leave(Farewell.LOST);

        verify(disconnect, times(2)).disconnect(CONNECTION, Farewell.LOST);
    }
}
