package io.chatty.adapter.web.security;

import io.chatty.adapter.web.OriginGuard;
import io.chatty.adapter.web.Problems;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.AdmitRequestUseCase;
import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.wire.OriginPolicy;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Who may do what over HTTP: nothing is open that {@link Gates} does not list. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final AuthenticateUseCase authenticate;
    private final AdmitRequestUseCase admitRequest;
    private final SessionCookies cookies;
    private final OriginGuard guard;
    private final OriginPolicy origins;
    private final Problems problems;

    SecurityConfiguration(
            AuthenticateUseCase authenticate,
            AdmitRequestUseCase admitRequest,
            SessionCookies cookies,
            OriginGuard guard,
            OriginPolicy origins,
            Problems problems) {
        this.authenticate = authenticate;
        this.admitRequest = admitRequest;
        this.cookies = cookies;
        this.guard = guard;
        this.origins = origins;
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Answers get their headers and requests on a cookie their origin check from our own filters.
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new TokenFilter(authenticate, admitRequest, cookies, guard, problems),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> refuse(request, response))
                        .accessDeniedHandler((request, response, e) -> refuse(request, response)))
                .authorizeHttpRequests(gates -> gates
                        // A request comes in once; what the container dispatches again has passed already.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Gates.OPEN)
                        .permitAll()
                        .requestMatchers(Gates.PERSONAL)
                        .authenticated()
                        .anyRequest()
                        .denyAll());
        if (!origins.allowedOrigins().isEmpty()) {
            http.addFilter(CrossOrigin.filter(origins, guard));
        }
        return http.build();
    }

    /** Nobody reads what Spring Security would measure of each of its filters. */
    @Bean
    SecurityObservationSettings withoutMeasurements() {
        return SecurityObservationSettings.noObservations();
    }

    /** Below {@code /api} nobody learns without a session what exists; anything else that is not listed does not exist. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemCode code =
                Gates.PERSONAL.matches(request) ? ProblemCode.AUTHENTICATION_REQUIRED : ProblemCode.NOT_FOUND;
        problems.write(code, request, response);
    }
}
