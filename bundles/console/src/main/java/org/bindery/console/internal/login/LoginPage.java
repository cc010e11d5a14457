package org.bindery.console.internal.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bindery.console.internal.page.Html;

/** The page that asks for login and password. It needs no other file and no script. */
final class LoginPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f3f4f6;color:#1f2937}
            main{max-width:22rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:.5rem;
            box-shadow:0 1px 4px #0003}
            h1{font-size:1.25rem;margin:0 0 1rem}label{display:block;margin:.75rem 0 .25rem}
            input{box-sizing:border-box;width:100%;padding:.5rem;font:inherit;border:1px solid #6b7280;border-radius:.25rem}
            button{margin-top:1.25rem;width:100%;padding:.6rem;font:inherit;border:0;border-radius:.25rem;
            background:#1d4ed8;color:#fff;cursor:pointer}
            input:focus,button:focus{outline:3px solid #93c5fd}
            .problem{margin:0 0 1rem;padding:.5rem .75rem;background:#fef2f2;border-left:4px solid #b91c1c}
            """;

    private LoginPage() {}

    /**
     * Writes the page.
     *
     * @param status HTTP status
     * @param action where the form goes
     * @param next where to go after the login
     * @param problem what was wrong with the last try; empty at first
     */
    static void write(HttpServletResponse response, int status, String action, String next, String problem)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        response.getWriter().print(page(action, next, problem));
        // Sent before we say no to the request, else the server puts its own error page in place of a 200.
        response.flushBuffer();
    }

    private static String page(String action, String next, String problem) {
        Html html = new Html();
        html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<title>Log in - Bindery console</title><style>").raw(STYLE).raw("</style></head><body><main>");
        html.raw("<h1>Bindery console</h1>");
        if (!problem.isEmpty()) {
            html.raw("<p class=\"problem\" role=\"alert\">").text(problem).raw("</p>");
        }
        html.raw("<form method=\"post\" action=\"").text(action).raw("\">");
        html.raw("<input type=\"hidden\" name=\"next\" value=\"").text(next).raw("\">");
        html.raw("<label for=\"login\">Login</label>");
        html.raw("<input id=\"login\" name=\"login\" autocomplete=\"username\" required autofocus>");
        html.raw("<label for=\"password\">Password</label>");
        html.raw("<input id=\"password\" name=\"password\" type=\"password\"");
        html.raw(" autocomplete=\"current-password\" required>");
        html.raw("<button type=\"submit\">Log in</button></form></main></body></html>");
        return html.toString();
    }
}
