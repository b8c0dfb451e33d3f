package io.chatty.domain.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Remembers what was looked up for a while, so that a message costs no look. Holds a bounded number of values, those used last.
 * Thread-safe.
 */
final class Remembered<K, V> {

    private final Duration lifetime;
    private final Clock clock;
    private final Map<K, Held<V>> entries;

    /** How often something was forgotten: what was looked up before must not be remembered after. */
    private final AtomicLong forgettings = new AtomicLong();

    /** @param capacity most values */
    Remembered(int capacity, Duration lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Held<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * The values of some keys; those that have none are absent, and looked up again next time.
     *
     * @param look finds the values of those that are not remembered
     */
    Map<K, V> get(Collection<K> keys, Function<Set<K>, Map<K, V>> look) {
        Instant now = clock.instant();
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new LinkedHashSet<>();
        long before;
        synchronized (entries) {
            before = forgettings.get();
            for (K key : keys) {
                Held<V> entry = entries.get(key);
                if (entry == null || !now.isBefore(entry.until())) {
                    missing.add(key);
                } else {
                    found.put(key, entry.value());
                }
            }
        }
        if (!missing.isEmpty()) {
            Map<K, V> looked = look.apply(missing);
            found.putAll(looked);
            remember(looked, now.plus(lifetime), before);
        }
        return found;
    }

    private void remember(Map<K, V> looked, Instant until, long before) {
        synchronized (entries) {
            if (forgettings.get() == before) {
                looked.forEach((key, value) -> entries.put(key, new Held<>(value, until)));
            }
        }
    }

    /** The next look is at what is there then. */
    void forget(K key) {
        synchronized (entries) {
            forgettings.incrementAndGet();
            entries.remove(key);
        }
    }

    private record Held<V>(V value, Instant until) {}
}
