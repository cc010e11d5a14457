package org.bindery.console.internal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that carries the token of somebody logged in to the console: out of reach of scripts and other sites. */
final class ConsoleCookie {

    private static final String NAME = "bindery-console";
    private static final int MAX_TOKEN = 512;

    private ConsoleCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty() && token.length() <= MAX_TOKEN)
                .findFirst();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String path, String token) {
        response.addCookie(cookie(request, path, token));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, String path) {
        Cookie cookie = cookie(request, path, "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static Cookie cookie(HttpServletRequest request, String path, String token) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
