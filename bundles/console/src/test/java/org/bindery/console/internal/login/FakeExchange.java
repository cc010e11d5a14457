package org.bindery.console.internal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request and what was answered, without a server. Understands the calls the login makes, and no others. */
final class FakeExchange {

    final Map<String, String> headers = new HashMap<>();
    final Map<String, String> form = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    final StringWriter body = new StringWriter();
    private final String method;
    private final String path;
    Cookie sent;
    Cookie cookie;
    int status = 200;
    private boolean committed;

    FakeExchange(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("Host", "bindery.example:8081");
    }

    FakeExchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    FakeExchange form(String name, String value) {
        form.put(name, value);
        return this;
    }

    FakeExchange with(Cookie held) {
        sent = new Cookie(held.getName(), held.getValue());
        return this;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (proxy, call, args) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getHeader" -> headers.get(args[0]);
            case "getServerName" -> "bindery.example";
            case "getParameter" -> form.get(args[0]);
            case "getContentLengthLong" -> Long.parseLong(headers.getOrDefault("Content-Length", "0"));
            case "getCookies" -> sent == null ? null : new Cookie[] {sent};
            case "isSecure" -> false;
            default -> throw new UnsupportedOperationException(call.getName());
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (proxy, call, args) -> {
            switch (call.getName()) {
                case "setStatus" -> status = (int) args[0];
                case "setHeader" -> answered.put((String) args[0], (String) args[1]);
                case "setContentType" -> answered.put("Content-Type", (String) args[0]);
                case "addCookie" -> cookie = (Cookie) args[0];
                case "flushBuffer" -> committed = true;
                case "sendRedirect" -> answered.put("Location", (String) args[0]);
                case "isCommitted" -> {
                    return committed;
                }
                case "getWriter" -> {
                    return new PrintWriter(body, true);
                }
                default -> throw new UnsupportedOperationException(call.getName());
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
