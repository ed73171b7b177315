package io.unveil.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches for connections to other machines. Java asks the proxy selector before it opens any URL or plain socket, so
 * that even one that fails at once, or is closed again, is noticed. What is opened past it (channels, native code)
 * stands in the kernel's table of sockets while it is open; the table is that of the machine, hence only sockets that
 * this process holds are taken.
 */
final class OutsideConnections extends ProxySelector {
    private static final Queue<URI> ASKED = new ConcurrentLinkedQueue<>();

    private OutsideConnections() {}

    /** To be called before the engine starts. */
    static void watch() {
        if (!(ProxySelector.getDefault() instanceof OutsideConnections)) {
            ProxySelector.setDefault(new OutsideConnections());
        }
    }

    /** Every machine but this one that was asked for since {@link #watch}. */
    static List<URI> asked() {
        return ASKED.stream().filter(uri -> !isLocal(uri)).toList();
    }

    /** Linux only: the machines but this one that this process holds a TCP or UDP connection to. */
    static List<InetAddress> open() throws IOException {
        Set<String> ours = sockets();
        List<InetAddress> peers = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path file = Path.of("/proc/self/net", table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.strip().split("\\s+"); // sl, local, remote, ..., inode is the tenth
                if (words.length > 9 && ours.contains("socket:[" + words[9] + "]")) {
                    peers.add(address(words[2].split(":")[0]));
                }
            }
        }
        peers.removeIf(peer -> peer.isAnyLocalAddress() || peer.isLoopbackAddress());
        return peers;
    }

    @Override
    public List<Proxy> select(URI uri) {
        ASKED.add(uri);
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        ASKED.add(uri);
    }

    /**
     * Tomcat, for one, calls itself by one of the machine's addresses to wake up. A name is not looked up: that would
     * ask outside.
     */
    private static boolean isLocal(URI uri) {
        String host = uri.getRawAuthority()
                .replaceAll("(?i)%5b|%5d", "") // Java 17 escapes brackets and the sign before a scope, Java 25 does not
                .replace("%25", "%")
                .replaceFirst(":[0-9]+$", "")
                .replaceAll("[\\[\\]]", "");
        try {
            return host.equals("localhost")
                    || host.matches("[0-9.]+|[0-9a-f:]+(%.+)?")
                            && NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> sockets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(Files::isSymbolicLink)
                    .map(OutsideConnections::target)
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "closed";
        }
    }

    /** The kernel writes an address as words of four bytes, each in the order of the processor. */
    private static InetAddress address(String hex) throws IOException {
        byte[] words = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i - i % 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(bytes);
    }
}
