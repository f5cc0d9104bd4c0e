package jim.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginProcessor;
import org.junit.jupiter.api.Test;

final class FewPluginsTest {
    private final ClassLoader usual = getClass().getClassLoader();

    @Test
    void theLibraryFindsWhatStandsInPatternsAndNothingElse() throws IOException {
        PluginCache few = plugins(new FewPlugins(usual));
        PluginCache all = plugins(usual);
        assertThat(all.getAllCategories()).containsKeys("core", "lookup");
        assertThat(few.getAllCategories()).containsOnlyKeys("converter", "fileconverter");
        few.getAllCategories()
                .forEach((category, plugins) -> assertThat(plugins)
                        .as(category)
                        .hasSameSizeAs(all.getCategory(category))
                        .isNotEmpty());
    }

    private static PluginCache plugins(ClassLoader loader) throws IOException {
        PluginCache plugins = new PluginCache();
        plugins.loadCacheFiles(loader.getResources(PluginProcessor.PLUGIN_CACHE_FILE));
        return plugins;
    }

    @Test
    void nothingElseIsHidden() throws IOException {
        String name = "jim/logging/LogFile.class";
        assertThat(new FewPlugins(usual).getResources(name).nextElement())
                .isEqualTo(usual.getResources(name).nextElement());
    }

    @Test
    void theThreadKeepsItsClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        FewPlugins.load();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
