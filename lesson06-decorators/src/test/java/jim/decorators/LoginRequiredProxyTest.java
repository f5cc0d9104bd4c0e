package jim.decorators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jim.logging.LogFile;
import jim.protocol.JimFault;
import jim.protocol.Response;
import jim.protocol.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginRequiredProxyTest {
    private record Guest(boolean isLoggedIn) implements Caller {}

    private static final Guest STRANGER = new Guest(false);
    private static final Guest KNOWN = new Guest(true);

    @Log
    interface Door {
        Response knock(Guest who) throws JimFault;

        @LoginRequired
        Response enter(String room, Guest who) throws JimFault;
    }

    /** Writes down who gets through. */
    private static final class RealDoor implements Door {
        private final List<Guest> seen = new ArrayList<>();

        @Override
        public Response knock(Guest who) {
            seen.add(who);
            return Response.of(Status.OK, "yes?");
        }

        @Override
        public Response enter(String room, Guest who) throws JimFault {
            seen.add(who);
            if (room.isEmpty()) {
                throw JimFault.stay(Status.NOT_FOUND, "no room");
            }
            return Response.of(Status.OK, "in " + room);
        }
    }

    private final RealDoor real = new RealDoor();
    private final Door door = LoginRequiredProxy.of(Door.class, real);

    @Test
    void whoHasNotLoggedInIsRefusedAndTheTargetHearsNothing() {
        JimFault refusal = catchThrowableOfType(JimFault.class, () -> door.enter("tea", STRANGER));
        assertThat(refusal.answer().is(Status.UNAUTHORIZED)).isTrue();
        assertThat(refusal.answer().text()).startsWith("log in first: 'enter' ");
        assertThat(refusal.closes()).isFalse();
        assertThat(real.seen).isEmpty();
    }

    @Test
    void nobodyAtAllIsRefusedToo() {
        assertThatThrownBy(() -> door.enter("tea", null)).isInstanceOf(JimFault.class);
    }

    @Test
    void whoHasLoggedInGetsThroughOnce() throws JimFault {
        assertThat(door.enter("tea", KNOWN).text()).isEqualTo("in tea");
        assertThat(real.seen).containsExactly(KNOWN);
    }

    private interface Handler {
        Response handle(String room, Guest who) throws JimFault;
    }

    @Test
    void aHandlerIsGuardedAsTheMethodBehindItIsMarked() throws Exception {
        Method enter = Door.class.getDeclaredMethod("enter", String.class, Guest.class);
        Handler handler = LoginRequiredProxy.of(Handler.class, real::enter, enter);
        assertThat(handler.handle("tea", KNOWN).text()).isEqualTo("in tea");
        JimFault refusal = catchThrowableOfType(JimFault.class, () -> handler.handle("tea", STRANGER));
        assertThat(refusal.answer().text()).startsWith("log in first: 'enter' ");
        assertThat(real.seen).containsExactly(KNOWN);
    }

    @Test
    void aHandlerOfAMethodWithoutTheMarkIsOpenToAll() throws Exception {
        Method unmarked = RealDoor.class.getDeclaredMethod("enter", String.class, Guest.class);
        Handler handler = LoginRequiredProxy.of(Handler.class, real::enter, unmarked);
        assertThat(handler.handle("tea", STRANGER).isGood()).isTrue();
    }

    @Test
    void aMethodWithoutTheMarkIsOpenToAll() throws JimFault {
        assertThat(door.knock(STRANGER).isGood()).isTrue();
    }

    @Test
    void aFaultOfTheTargetPassesThrough() {
        assertThatThrownBy(() -> door.enter("", KNOWN))
                .isInstanceOf(JimFault.class)
                .hasMessage("no room");
    }

    /** Its mark stands on the class alone. */
    private static final class GuardedDoor implements Door {
        @Override
        @LoginRequired
        public Response knock(Guest who) {
            return Response.of(Status.OK, "yes?");
        }

        @Override
        public Response enter(String room, Guest who) {
            return Response.of(Status.OK, "in");
        }
    }

    @Test
    void aMarkOnTheClassCountsToo() {
        Door guarded = LoginRequiredProxy.of(Door.class, new GuardedDoor());

        assertThatThrownBy(() -> guarded.knock(STRANGER)).isInstanceOf(JimFault.class);
    }

    @Test
    void aMarkOnTheClassCountsBehindAnotherDecoratorToo() {
        Door logged =
                LoggingProxy.of(Door.class, new GuardedDoor(), LogFile.none().logger());
        Door guarded = LoginRequiredProxy.of(Door.class, logged);

        assertThatThrownBy(() -> guarded.knock(STRANGER)).isInstanceOf(JimFault.class);
    }

    interface NoCaller {
        @LoginRequired
        Response enter(String room) throws JimFault;
    }

    interface NoFault {
        @LoginRequired
        Response enter(Guest who);
    }

    @Test
    void aMarkedMethodWithoutACallerIsFoundAtStartUp() {
        assertThatThrownBy(() -> LoginRequiredProxy.of(NoCaller.class, room -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NoCaller.enter has @LoginRequired, so it must take a Caller");
    }

    @Test
    void aMarkedMethodThatCannotRefuseIsFoundAtStartUp() {
        assertThatThrownBy(() -> LoginRequiredProxy.of(NoFault.class, who -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NoFault.enter has @LoginRequired, so it must declare 'throws JimFault'");
    }

    @Test
    void aRefusedCallIsNotLoggedInside(@TempDir Path directory) throws IOException, JimFault {
        try (Recorded recorded = new Recorded(directory)) {
            Door both = LoginRequiredProxy.of(Door.class, LoggingProxy.of(Door.class, real, recorded.logger()));
            assertThatThrownBy(() -> both.enter("tea", STRANGER)).isInstanceOf(JimFault.class);
            both.enter("tea", KNOWN);
            assertThat(recorded.messages()).singleElement().asString().startsWith("enter(\"tea\", Guest[");
        }
    }

    @Test
    void aRefusalIsLoggedByALogAroundTheGuard(@TempDir Path directory) throws IOException {
        try (Recorded recorded = new Recorded(directory)) {
            Door both = LoggingProxy.of(Door.class, door, recorded.logger());
            assertThatThrownBy(() -> both.enter("tea", STRANGER)).isInstanceOf(JimFault.class);
            assertThat(recorded.messages())
                    .singleElement()
                    .asString()
                    .contains(" threw jim.protocol.JimFault: log in first");
        }
    }
}
