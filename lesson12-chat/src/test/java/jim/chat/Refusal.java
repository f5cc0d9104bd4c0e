package jim.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jim.chat.ChatFault.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the chat says when it does not do what it was asked for. */
record Refusal(Kind kind, String text) {
    /** What {@code wish} was refused with. */
    static Refusal of(ThrowingCallable wish) {
        ChatFault fault = catchThrowableOfType(ChatFault.class, wish);
        assertThat(fault).as("what was refused").isNotNull();
        return new Refusal(fault.kind(), fault.getMessage());
    }

    void isTheAnswerTo(ThrowingCallable wish) {
        assertThat(of(wish)).isEqualTo(this);
    }
}
