package org.bindery.sample.title;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelloServletTest {

    private final StringWriter body = new StringWriter();
    private final List<String> types = new ArrayList<>();

    @Test
    void helloIsAnsweredAsJson() throws Exception {
        new HelloServlet().doGet(answering(HttpServletRequest.class), answering(HttpServletResponse.class));

        assertThat(types).containsExactly("application/json");
        assertThat(new ObjectMapper().readTree(body.toString()).path("hello").asText())
                .isEqualTo("from computed-title");
    }

    private <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("setContentType")) {
                types.add((String) args[0]);
            }
            return method.getReturnType() == PrintWriter.class ? new PrintWriter(body, true) : null;
        }));
    }
}
