package io.chatty.conformance.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object to look into and to build from. Immutable.
 *
 * <p>Members are named by a path: {@code "message.seq"}, {@code "errors.0.pointer"}. A member that is missing or of
 * another type is an {@link AssertionError} that shows the whole object.
 */
public final class JsonObject {

    private final Map<String, @Nullable Object> members;

    private JsonObject(Map<String, @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * Builds an object of names and values in turn; a null value is left out.
     *
     * @throws IllegalArgumentException when a name has no value, or a value has no JSON
     */
    public static JsonObject of(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        JsonObject result = new JsonObject(Map.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                result = result.with(String.valueOf(namesAndValues[i]), value);
            }
        }
        return result;
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException when the text is not JSON or not an object
     */
    public static JsonObject parse(String text) {
        return from(Json.parse(text));
    }

    private static JsonObject from(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a JSON object: " + Json.write(value));
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(String.valueOf(name), member));
        return new JsonObject(members);
    }

    /** The same object with one member added or replaced; null is written as null. */
    public JsonObject with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(members);
        copy.put(name, Json.parse(Json.write(value)));
        return new JsonObject(copy);
    }

    /** The same object without one member. */
    public JsonObject without(String name) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new JsonObject(copy);
    }

    /** What stands at the path, as {@link Json#parse} gives it; null where nothing or null stands. */
    public @Nullable Object find(String path) {
        Object here = members;
        for (String step : path.split("\\.", -1)) {
            if (here instanceof Map<?, ?> map) {
                here = map.get(step);
            } else if (here instanceof List<?> list && step.chars().allMatch(Character::isDigit)) {
                int index = Integer.parseInt(step);
                here = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }

    /** Whether something other than null stands at the path. */
    public boolean has(String path) {
        return find(path) != null;
    }

    /** Whether exactly this stands at the path; numbers are compared as numbers. */
    public boolean has(String path, Object value) {
        return Objects.equals(find(path), Json.parse(Json.write(value)));
    }

    public String string(String path) {
        return typed(path, String.class);
    }

    public long number(String path) {
        return typed(path, Long.class);
    }

    public boolean truth(String path) {
        return typed(path, Boolean.class);
    }

    public JsonObject object(String path) {
        return from(typed(path, Map.class));
    }

    /** The array of objects at the path. */
    public List<JsonObject> objects(String path) {
        return ((List<?>) typed(path, List.class))
                .stream().map(JsonObject::from).toList();
    }

    /** The array of strings at the path. */
    public List<String> strings(String path) {
        return ((List<?>) typed(path, List.class))
                .stream().map(String.class::cast).toList();
    }

    private <T> T typed(String path, Class<T> type) {
        Object value = find(path);
        if (!type.isInstance(value)) {
            throw new AssertionError("expected a " + type.getSimpleName() + " at " + path + " of " + this);
        }
        return type.cast(value);
    }

    /** The members in their order, unmodifiable. */
    public Map<String, @Nullable Object> asMap() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The object as compact JSON. */
    @Override
    public String toString() {
        return Json.write(members);
    }
}
