package org.bindery.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds a taken port before anything is started; the server itself would only log it and stay silent. */
final class PortCheck {

    private PortCheck() {}

    static void check(Settings settings) {
        InetAddress address = address(settings.httpHost());
        bind(address, settings.httpPort(), Setting.HTTP_PORT);
        bind(address, settings.backendPort(), Setting.BACKEND_PORT);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw wrongHost(host, e);
        }
    }

    private static void bind(InetAddress address, int port, Setting setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw isTaken(e) ? taken(address, port, setting, e) : refused(address, port, setting, e);
        } catch (IOException e) {
            throw refused(address, port, setting, e);
        }
    }

    private static boolean isTaken(BindException problem) {
        return String.valueOf(problem.getMessage()).contains("in use");
    }

    private static LaunchFailure taken(InetAddress address, int port, Setting setting, IOException cause) {
        String sentence =
                "Port " + port + " on " + address.getHostAddress() + " is taken by another program; stop that one"
                        + " or set " + setting.variable() + " to a free port" + offOrAny(setting) + ".";
        return new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, cause);
    }

    private static String offOrAny(Setting setting) {
        return setting == Setting.HTTP_PORT ? " (0 takes any free one)" : " (0 turns it off)";
    }

    private static LaunchFailure refused(InetAddress address, int port, Setting setting, IOException cause) {
        String sentence = "Port " + port + " on " + address.getHostAddress() + " cannot be opened ("
                + cause.getMessage()
                + "); set " + Setting.HTTP_HOST.variable() + " to an address of this machine and " + setting.variable()
                + " to a port this user may open.";
        return new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, cause);
    }

    private static LaunchFailure wrongHost(String host, IOException cause) {
        String sentence = "The host \"" + host + "\" is not known; set " + Setting.HTTP_HOST.variable()
                + " to an address of this machine, such as 127.0.0.1.";
        return new LaunchFailure(ExitCode.WRONG_SETTINGS, sentence, cause);
    }
}
