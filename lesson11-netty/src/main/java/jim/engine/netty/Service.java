package jim.engine.netty;

import jim.engine.Acceptor;
import jim.engine.EngineOptions;

/** What an engine offers to each connection. */
public record Service(EngineOptions options, Acceptor acceptor) {}
