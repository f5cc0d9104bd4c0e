package jim.docs;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jim.messenger.server.MoreActions;
import jim.protocol.Frame;
import jim.protocol.JimCodec;
import jim.protocol.JimFault;
import jim.protocol.JsonFraming;
import jim.protocol.Response;

/** {@code json VERDICT}: each line, sent as it stands, meets with that verdict. */
final class JsonProof implements Proof {
    private static final Set<String> VERDICTS = Set.of("accepted", "stays", "closes", "answer");

    private final JimCodec codec = MoreActions.ALL.addedTo(new JimCodec());

    @Override
    public List<String> problems(Fence fence) {
        String verdict = fence.argument();
        if (!VERDICTS.contains(verdict)) {
            return List.of("'json " + verdict + "' is no kind of fence: expected accepted, stays, closes or answer");
        }
        List<String> problems = new ArrayList<>();
        for (String line : fence.lines()) {
            String found = verdict.equals("answer") ? asAnswer(line) : asRequest(line);
            if (!found.startsWith(verdict)) {
                problems.add("expected '" + verdict + "', got '" + found + "': " + line);
            }
        }
        return fence.lines().isEmpty() ? List.of("there is no line to judge") : problems;
    }

    private String asRequest(String line) {
        return verdict(line, frame -> {
            codec.request(frame);
            return "accepted";
        });
    }

    private String asAnswer(String line) {
        return verdict(line, frame -> codec.fromServer(frame) instanceof Response ? "answer" : "a message");
    }

    private interface Reader {
        String read(Frame frame) throws JimFault;
    }

    private static String verdict(String line, Reader reader) {
        ByteBuffer bytes = Frame.of(line + "\n").buffer();
        JsonFraming framing = new JsonFraming();
        try {
            Frame first = framing.next(bytes);
            if (first == null) {
                return "no whole object";
            }
            return framing.next(bytes) == null ? reader.read(first) : "more than one object";
        } catch (JimFault fault) {
            return (fault.closes() ? "closes: " : "stays: ") + fault.getMessage();
        }
    }
}
