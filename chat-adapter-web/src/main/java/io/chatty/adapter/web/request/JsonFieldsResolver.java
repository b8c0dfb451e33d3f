package io.chatty.adapter.web.request;

import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.WebProperties;
import io.chatty.wire.Json;
import io.chatty.wire.JsonFields;
import io.chatty.wire.MalformedRequestException;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the body of a request whose controller asks for {@link JsonFields}. */
@Component
final class JsonFieldsResolver implements HandlerMethodArgumentResolver {

    /** A body that takes longer to come, a few bytes at a time, is given up: it holds a thread. */
    private static final long MAX_NANOS = 20_000_000_000L;

    private static final int AT_ONCE = 4 * 1024;

    private final int limit;

    JsonFieldsResolver(WebProperties properties) {
        this.limit = Math.toIntExact(properties.bodyBytes().toBytes());
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
            return read(request.getInputStream());
        } catch (IOException e) {
            // The body ended early or its chunks are broken: what came is not one JSON object.
            throw new MalformedRequestException();
        }
    }

    private byte[] read(InputStream stream) throws IOException {
        long start = System.nanoTime();
        byte[] buffer = new byte[AT_ONCE];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > limit) {
                throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
            }
            if (System.nanoTime() - start > MAX_NANOS) {
                throw new MalformedRequestException();
            }
        }
        return body.toByteArray();
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
