package org.bindery.console.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinderyTabTest {

    @Test
    void the_page_shows_plugins_and_pipeline() throws IOException {
        StringWriter body = new StringWriter();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> new PrintWriter(body, true));

        new BinderyTab(List::of, ShownPipeline.of()).renderContent(null, response);

        assertThat(body.toString()).contains("Plugins").contains("Save pipeline");
    }
}
