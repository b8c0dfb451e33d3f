package io.chatty.adapter.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Marks a controller of the first version of the API. A caller who accepts no JSON is refused before anything is done.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping(path = ApiController.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
public @interface ApiController {

    /** Where all its paths begin. */
    String ROOT = "/api/v1";

    /** The attribute of a request too many that may be a repeat: the refusal of anything else. */
    String OVER_LIMIT = "chatty.over-limit";
}
