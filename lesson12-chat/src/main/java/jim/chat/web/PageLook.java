package jim.chat.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jim.chat.door.Look;
import jim.chat.line.Tone;
import jim.protocol.Frame;
import jim.protocol.StrictJson;

/** What the page is told: a line, or who is here, as a JSON object. */
record PageLook() implements Look {
    @Override
    public Frame line(Tone tone, String line) {
        return response(line);
    }

    @Override
    public Frame people(List<String> names, String line) {
        return object("list", names);
    }

    static Frame response(String line) {
        return object("response", line);
    }

    private static Frame object(String action, Object message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", action);
        fields.put("message", message);
        return Frame.of(StrictJson.text(fields));
    }
}
