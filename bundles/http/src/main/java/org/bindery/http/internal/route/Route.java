package org.bindery.http.internal.route;

/**
 * A method and a path, who may call it, and what answers.
 *
 * @param method HTTP method in capitals
 * @param path the path with its parameters
 * @param access who may call
 * @param handler what answers
 */
public record Route(String method, PathTemplate path, Access access, Handler handler) {

    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", PathTemplate.parse(path), access, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", PathTemplate.parse(path), access, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", PathTemplate.parse(path), access, handler);
    }
}
