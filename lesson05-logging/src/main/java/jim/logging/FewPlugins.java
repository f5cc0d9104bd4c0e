package jim.logging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginProcessor;
import org.apache.logging.log4j.core.config.plugins.util.PluginRegistry;

/**
 * Shows the library the few plugins of its own that a log made by code needs: those in a pattern. It would load all of them,
 * two hundred classes for logs that are described in files, whenever a program starts. Where it looks for their list, it finds
 * a shorter one.
 */
final class FewPlugins extends ClassLoader {
    private static final Set<String> NEEDED = Set.of("converter", "fileconverter");

    FewPlugins(ClassLoader parent) {
        super(parent);
    }

    /** Lets the library look for its plugins now, once for all logs of the program. */
    static void load() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new FewPlugins(FewPlugins.class.getClassLoader()));
        try {
            PluginRegistry.getInstance().loadFromMainClassLoader();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> found = super.getResources(name);
        return name.equals(PluginProcessor.PLUGIN_CACHE_FILE) ? Collections.enumeration(List.of(few(found))) : found;
    }

    private static URL few(Enumeration<URL> lists) throws IOException {
        PluginCache plugins = new PluginCache();
        plugins.loadCacheFiles(lists);
        plugins.getAllCategories().keySet().retainAll(NEEDED);
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        plugins.writeCache(list);
        return holding(list.toByteArray());
    }

    private static URL holding(byte[] bytes) throws IOException {
        return new URL(null, "memory:", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(bytes);
                    }
                };
            }
        });
    }
}
