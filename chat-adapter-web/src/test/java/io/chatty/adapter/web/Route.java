package io.chatty.adapter.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A route of the API, with what must be refused on it.
 *
 * @param route verb and pattern, as the routes are mapped
 * @param example the same with ids that can exist
 * @param open whether it needs no session
 * @param body a body that is accepted; empty where it takes none
 */
record Route(String route, String example, boolean open, String body, List<Bad> bad) {

    /** A body, or a query where it begins with a question mark, and what is wrong with it. */
    record Bad(String input, List<String> errors) {

        /** The code that the problem then has. */
        String code() {
            return errors.get(0).startsWith("!") ? errors.get(0).substring(1) : "validation-failed";
        }
    }

    static Route of(String route, String example) {
        return new Route(route, example, false, "", new ArrayList<>());
    }

    Route forEverybody() {
        return new Route(route, example, true, body, bad);
    }

    Route accepts(String json) {
        return new Route(route, example, open, json, bad);
    }

    /** @param errors pointers with their codes, or one problem code behind an exclamation mark */
    Route refuses(String input, String... errors) {
        bad.add(new Bad(input, List.of(errors)));
        return this;
    }

    String verb() {
        return route.substring(0, route.indexOf(' '));
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    @Override
    public String toString() {
        return route;
    }
}
