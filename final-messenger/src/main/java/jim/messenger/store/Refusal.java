package jim.messenger.store;

import jim.chat.ChatFault;
import jim.chat.ChatFault.Kind;

/** What those are told whose wish a store does not grant. */
final class Refusal {
    private Refusal() {}

    static ChatFault nobody(String name) {
        return new ChatFault(Kind.NOBODY, "nobody called '" + name + "' has been here");
    }

    static ChatFault taken(String name) {
        return new ChatFault(Kind.NAME_IN_USE, "the name '" + name + "' has a password already");
    }

    static ChatFault mailboxFull(String owner) {
        return new ChatFault(
                Kind.MAILBOX_FULL, "the mailbox of " + owner + " is full, try again when " + owner + " has been here");
    }

    static ChatFault markInUse() {
        return new ChatFault(Kind.MARK_IN_USE, "another message of yours has this cid, take a new one");
    }

    static ChatFault tooBusy() {
        return new ChatFault(Kind.NOT_KEPT, "not kept: too much waits to be written, try again in a moment");
    }

    static ChatFault broken() {
        return new ChatFault(
                Kind.NOT_KEPT,
                "not kept: the server cannot write to its disk now, try again later or tell its operator");
    }

    static ChatFault unreadable() {
        return new ChatFault(
                Kind.NOT_KEPT, "the server cannot read from its disk now, try again later or tell its operator");
    }

    static ChatFault closed() {
        return new ChatFault(Kind.NOT_KEPT, "not kept: the server is stopping, try again when it is back");
    }
}
