package io.chatty.adapter.web.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What a caller accepts, without the parameters that no answer here has. A range of another charset than UTF-8, or of
 * quality zero, accepts nothing: that is found out before anything is done, and not when the answer is written.
 */
final class AcceptedTypes implements ContentNegotiationStrategy {

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = header.resolveMediaTypes(request).stream()
                .filter(range -> range.getQualityValue() > 0)
                .filter(range ->
                        range.getCharset() == null || range.getCharset().equals(StandardCharsets.UTF_8))
                .map(range -> new MediaType(range.getType(), range.getSubtype(), range.getQualityValue()))
                .toList();
        if (accepted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("no range that is answered here");
        }
        return accepted;
    }
}
