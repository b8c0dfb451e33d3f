package io.chatty.wire;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a request body, read one by one. What breaks a rule is gathered, so that a caller learns of everything
 * that is wrong at once, in {@link #check()}. Unknown fields are ignored; null is the same as left out. Used by one
 * thread.
 */
public final class JsonFields {

    private final @Nullable ObjectNode body;
    private final String prefix;
    private final List<Violation> violations;

    JsonFields(ObjectNode body) {
        this(body, "", new ArrayList<>());
    }

    private JsonFields(@Nullable ObjectNode body, String prefix, List<Violation> violations) {
        this.body = body;
        this.prefix = prefix;
        this.violations = violations;
    }

    /** The fields of an object that may be left out, which then has none. What is wrong with them is gathered here too. */
    public JsonFields optionalObject(String name) {
        JsonNode node = node(name);
        if (node != null && !node.isObject()) {
            reject(name, ViolationCode.WRONG_TYPE, "An object is expected.");
        }
        return new JsonFields(node instanceof ObjectNode object ? object : null, prefix + name + "/", violations);
    }

    /** A text that must be there, made into a value whose constructor checks it. */
    public <T> Field<T> required(String name, Function<String, T> value) {
        return present(name) ? optional(name, value) : missing(name);
    }

    /** A text that may be left out. */
    public <T> Field<T> optional(String name, Function<String, T> value) {
        JsonNode node = node(name);
        if (node == null) {
            return new Field<>(null);
        }
        return node.isString()
                ? guarded(name, () -> value.apply(node.stringValue()))
                : wrong(name, ViolationCode.WRONG_TYPE, "A text is expected.");
    }

    /** One of some words, which may be left out. */
    public <E extends Enum<E>> Field<E> optionalWord(String name, Class<E> words) {
        return optional(name, text -> Words.read(words, text));
    }

    /** One of some words, which must be there. */
    public <E extends Enum<E>> Field<E> requiredWord(String name, Class<E> words) {
        return present(name) ? optionalWord(name, words) : missing(name);
    }

    /**
     * An integer that may be left out.
     *
     * @param least the lowest that is accepted
     * @param value made of it, checking more where needed
     */
    public <T> Field<T> optionalInteger(String name, long least, LongFunction<T> value) {
        JsonNode node = node(name);
        if (node == null) {
            return new Field<>(null);
        }
        if (!node.isIntegralNumber()) {
            return wrong(name, ViolationCode.WRONG_TYPE, "An integer is expected.");
        }
        if (!node.canConvertToLong() || node.longValue() < least) {
            return wrong(name, ViolationCode.OUT_OF_RANGE, "At least " + least + " is expected.");
        }
        return guarded(name, () -> value.apply(node.longValue()));
    }

    /** True or false, which must be there. */
    public Field<Boolean> requiredBoolean(String name) {
        return present(name) ? optionalBoolean(name) : missing(name);
    }

    /** True or false, which may be left out. */
    public Field<Boolean> optionalBoolean(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return new Field<>(null);
        }
        return node.isBoolean()
                ? new Field<>(node.booleanValue())
                : wrong(name, ViolationCode.WRONG_TYPE, "True or false is expected.");
    }

    /**
     * A list of texts, which must be there.
     *
     * @param most the greatest length that is accepted
     */
    public Field<List<String>> requiredTexts(String name, int most) {
        JsonNode node = node(name);
        if (node == null) {
            return missing(name);
        }
        if (!node.isArray()) {
            return wrong(name, ViolationCode.WRONG_TYPE, "A list is expected.");
        }
        if (node.size() > most) {
            return wrong(name, ViolationCode.TOO_LONG, "At most " + most + " are expected.");
        }
        List<String> texts = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isString()) {
                return wrong(name + "/" + i, ViolationCode.WRONG_TYPE, "A text is expected.");
            }
            texts.add(node.get(i).stringValue());
        }
        return new Field<>(List.copyOf(texts));
    }

    /** Whether the field is there and not null. */
    public boolean present(String name) {
        return node(name) != null;
    }

    /** Notes a broken rule that concerns more than one field. */
    public void reject(String name, ViolationCode code, String detail) {
        violations.add(new Violation(prefix + name, code, detail));
    }

    /** @throws ValidationException with everything that was found wrong, if anything was */
    public void check() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }

    private @Nullable JsonNode node(String name) {
        JsonNode node = body == null ? null : body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> Field<T> guarded(String name, Supplier<T> value) {
        try {
            return new Field<>(value.get());
        } catch (InvalidValueException e) {
            violations.add(e.of(prefix + name));
            return new Field<>(null);
        }
    }

    private <T> Field<T> missing(String name) {
        return wrong(name, ViolationCode.REQUIRED, "It is required.");
    }

    private <T> Field<T> wrong(String name, ViolationCode code, String detail) {
        reject(name, code, detail);
        return new Field<>(null);
    }
}
