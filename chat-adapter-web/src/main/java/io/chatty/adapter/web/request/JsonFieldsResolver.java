package io.chatty.adapter.web.request;

import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.WebProperties;
import io.chatty.wire.Json;
import io.chatty.wire.JsonFields;
import io.chatty.wire.MalformedRequestException;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the body of a request whose controller asks for {@link JsonFields}. Waiting for bytes holds a thread, so only 50
 * requests wait at once and others are refused with {@code temporarily-unavailable}; a body that is already there is read
 * without waiting. Thread-safe.
 */
@Component
final class JsonFieldsResolver implements HandlerMethodArgumentResolver {

    /** A body that takes longer to come, a few bytes at a time, is given up: it holds a thread. */
    private static final long MAX_NANOS = 20_000_000_000L;

    private static final int AT_ONCE = 4 * 1024;

    /** A quarter of the threads that Jetty has by default; signing in needs a body, so anybody can make one wait. */
    private static final int MAX_WAITING = 50;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final int limit;
    private volatile boolean stopping;

    JsonFieldsResolver(WebProperties properties) {
        this.limit = Math.toIntExact(properties.bodyBytes().toBytes());
    }

    /** From now on the web server waits for no body for long. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == JsonFields.class;
    }

    @Override
    public JsonFields resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        if (!isJson(request.getContentType()) || isEncoded(request)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return Json.readObject(body(request));
    }

    private byte[] body(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        try {
            return read(request.getInputStream(), request.getContentLengthLong());
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private byte[] read(ServletInputStream stream, long announced) throws IOException {
        long start = System.nanoTime();
        byte[] buffer = new byte[AT_ONCE];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean waits = false;
        try {
            while (true) {
                if (!waits && body.size() != announced && stream.available() == 0) {
                    waits = startWaiting();
                }
                int read = stream.read(buffer);
                if (read < 0) {
                    return body.toByteArray();
                }
                body.write(buffer, 0, read);
                check(body.size(), start);
            }
        } finally {
            if (waits) {
                waiting.release();
            }
        }
    }

    private boolean startWaiting() {
        if (!waiting.tryAcquire()) {
            throw new ProblemException(ProblemCode.TEMPORARILY_UNAVAILABLE);
        }
        return true;
    }

    private void check(int size, long start) {
        if (size > limit) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        if (System.nanoTime() - start > MAX_NANOS) {
            throw brokenOff();
        }
    }

    /** The body ended early, is too slow, or its chunks are broken: what came is not one JSON object. */
    private RuntimeException brokenOff() {
        // Unless it was cut by us: the same request is fine at the next server.
        return stopping ? new ProblemException(ProblemCode.TEMPORARILY_UNAVAILABLE) : new MalformedRequestException();
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            Charset charset = type.getCharset();
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isEncoded(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }
}
