package io.chatty.wire;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may talk to this server with a browser's help. Our own origin is that of the public URL where one is
 * configured, else that of the request. Thread-safe.
 */
public final class OriginPolicy {

    private final @Nullable String publicOrigin;
    private final Set<String> allowed;

    /**
     * @param publicUrl where people reach this server, or null if it is reached directly
     * @param allowedOrigins exact origins of other pages that may open a socket or read answers
     */
    public OriginPolicy(@Nullable URI publicUrl, Set<String> allowedOrigins) {
        this.publicOrigin = publicUrl == null ? null : origin(publicUrl.getScheme(), publicUrl.getRawAuthority());
        this.allowed = allowedOrigins.stream().map(OriginPolicy::canonical).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether an {@code Origin} header names ourselves.
     *
     * @param scheme of the request
     * @param authority {@code Host} of the request, with the port if it is not the usual one; null if it has none
     */
    public boolean isOwn(String origin, String scheme, @Nullable String authority) {
        if (publicOrigin != null) {
            return publicOrigin.equals(canonical(origin));
        }
        return authority != null && origin(scheme, authority).equals(canonical(origin));
    }

    /** Whether a page of this origin may open a socket: ours or a configured one. Programs send no origin and may. */
    public boolean mayConnect(@Nullable String origin, String scheme, @Nullable String authority) {
        return origin == null || isOwn(origin, scheme, authority) || allowed.contains(canonical(origin));
    }

    /** The configured origins of other pages. */
    public Set<String> allowedOrigins() {
        return allowed;
    }

    /**
     * Whether people reach this server by https.
     *
     * @param scheme of the request
     */
    public boolean isSecure(String scheme) {
        return publicOrigin != null ? publicOrigin.startsWith("https:") : "https".equalsIgnoreCase(scheme);
    }

    private static String origin(String scheme, String authority) {
        return canonical(scheme + "://" + authority);
    }

    private static String canonical(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http:") && lower.endsWith(":80")) {
            return lower.substring(0, lower.length() - ":80".length());
        }
        if (lower.startsWith("https:") && lower.endsWith(":443")) {
            return lower.substring(0, lower.length() - ":443".length());
        }
        return lower;
    }
}
