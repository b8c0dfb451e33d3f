package io.chatty.bootstrap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.event.EventListener;

/** Says in one line which limits are not what they are by default, so that nobody runs with a test's limits unawares. */
class LimitLine {

    private static final Logger log = LoggerFactory.getLogger(LimitLine.class);
    private static final String PREFIX = "chatty.limits";

    @EventListener
    void onStarted(ApplicationStartedEvent event) {
        Collection<Object> settings = event.getApplicationContext()
                .getBeansWithAnnotation(ConfigurationProperties.class)
                .values();
        List<String> changed = settings.stream()
                .filter(bean -> bean.getClass().isRecord())
                .filter(bean -> bean.getClass()
                        .getAnnotation(ConfigurationProperties.class)
                        .value()
                        .equals(PREFIX))
                .flatMap(LimitLine::changed)
                .distinct()
                .sorted()
                .toList();
        if (!changed.isEmpty()) {
            log.warn("Limits that are not the default: {}", String.join(", ", changed));
        }
    }

    /** What differs from a record that was made of nothing. */
    private static Stream<String> changed(Object settings) {
        Object usual = new Binder(List.of()).bindOrCreate(PREFIX, Bindable.of(settings.getClass()));
        return Stream.of(settings.getClass().getRecordComponents())
                .filter(limit -> !value(limit, settings).equals(value(limit, usual)))
                .map(limit -> DataObjectPropertyName.toDashedForm(limit.getName()) + "=" + value(limit, settings) + " ("
                        + value(limit, usual) + ")");
    }

    private static Object value(RecordComponent limit, Object settings) {
        try {
            limit.getAccessor().setAccessible(true);
            return limit.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
