package jim.chat.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jim.chat.line.Screen;
import jim.chat.line.Tone;
import jim.engine.Connection;
import jim.protocol.Frame;
import jim.protocol.StrictJson;

/** What the page is told: a line, or who is here, as a JSON object. */
record WebScreen(Connection connection) implements Screen {
    @Override
    public void show(Tone tone, String line) {
        connection.send(response(line));
    }

    @Override
    public void people(List<String> names, String line) {
        connection.send(object("list", names));
    }

    @Override
    public void end() {
        connection.close();
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
