package io.chatty.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How this application reads and writes JSON. Thread-safe. */
public final class Json {

    /** No request has a reason to nest deeper; what does is refused before it costs anything. */
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** The mapper that writes every body. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads the fields of a body.
     *
     * @throws MalformedRequestException if the bytes are not one JSON object in UTF-8, or repeat a key
     */
    public static JsonFields readObject(byte[] body) {
        try {
            // Decoded here and strictly: a JSON parser would guess other encodings and replace what is broken.
            return readObject(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedRequestException();
        }
    }

    /**
     * Reads the fields of a body.
     *
     * @throws MalformedRequestException if the text is not one JSON object, or repeats a key
     */
    public static JsonFields readObject(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return new JsonFields(object);
            }
        } catch (JacksonException e) {
            throw new MalformedRequestException();
        }
        throw new MalformedRequestException();
    }

    /** Writes a body. */
    public static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }
}
