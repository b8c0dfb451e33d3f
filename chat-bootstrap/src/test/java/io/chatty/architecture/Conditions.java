package io.chatty.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What rules demand, in words that ArchUnit does not have. */
final class Conditions {

    private Conditions() {}

    /** Demands something that is plainly true or false of a class or a member. */
    static <T extends HasName> ArchCondition<T> be(String what, Predicate<T> predicate) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(T item, ConditionEvents events) {
                String name = item instanceof HasName.AndFullName full ? full.getFullName() : item.getName();
                events.add(new SimpleConditionEvent(item, predicate.test(item), name + " should be " + what));
            }
        };
    }

    /** Forbids calls, also by method reference. */
    static ArchCondition<JavaClass> notCall(Call... calls) {
        return new ArchCondition<>("not call " + List.of(calls)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (Arrays.stream(calls).anyMatch(call -> call.matches(access))) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }

    /** Any method of some classes whose name matches; {@code <init>} is a constructor. */
    static Call call(String names, Class<?>... owners) {
        return new Call(names, List.of(owners), List.of(), false);
    }

    /** One method or constructor, exactly. */
    static Call exactly(Class<?> owner, String name, Class<?>... parameters) {
        return new Call(name, List.of(owner), List.of(parameters), true);
    }

    record Call(String names, List<Class<?>> owners, List<Class<?>> parameters, boolean exact) {

        boolean matches(JavaAccess<?> access) {
            var target = access.getTarget();
            return owners.stream().anyMatch(owner -> target.getOwner().isEquivalentTo(owner))
                    && target.getName().matches(names)
                    && (!exact || (target instanceof HasParameterTypes typed && hasParameters(typed)));
        }

        private boolean hasParameters(HasParameterTypes target) {
            return target.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toList()
                    .equals(parameters.stream().map(Class::getName).toList());
        }
    }
}
