package io.chatty.adapter.web.request;

import io.chatty.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How Spring MVC reads requests and writes answers. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {

    /** Longer than any store takes to say that an outcome is unknown. */
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(20);

    private final List<HandlerMethodArgumentResolver> resolvers;
    private final UnaskedBodies unasked;

    RequestConfiguration(List<HandlerMethodArgumentResolver> resolvers, UnaskedBodies unasked) {
        this.resolvers = resolvers;
        this.unasked = unasked;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> all) {
        all.addAll(resolvers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(unasked);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptedTypes()));
    }

    @Override
    public void configureMessageConverters(ServerBuilder builder) {
        JacksonJsonHttpMessageConverter json = new JacksonJsonHttpMessageConverter(Json.mapper());
        json.setDefaultCharset(StandardCharsets.UTF_8);
        builder.withJsonConverter(json);
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.setDefaultTimeout(ANSWER_DEADLINE.toMillis());
    }
}
