package io.chatty.adapter.web;

import io.chatty.domain.ChatException;
import io.chatty.wire.OriginPolicy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The frame around every answer: its headers, the request's id in the log, and the last net for what the filters behind it
 * throw.
 */
final class AnswerFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFilter.class);

    private static final String LOG_KEY = "requestId";

    private final Problems problems;
    private final OriginPolicy origins;

    AnswerFilter(Problems problems, OriginPolicy origins) {
        this.problems = problems;
        this.origins = origins;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        String requestId = RequestIds.of(request);
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            AnswerHeaders.of(requestId, origins.isSecure(request.getScheme())).forEach(response::setHeader);
        }
        MDC.put(LOG_KEY, requestId);
        try {
            chain.doFilter(request, response);
        } catch (ProblemException e) {
            problems.write(e.code(), request, response);
        } catch (ChatException e) {
            problems.write(e, request, response);
        } catch (IOException e) {
            // Nobody is left to be answered; passed on, it would be a warning in the log.
            LOG.debug("The caller is gone: {}", e.toString());
        } catch (RuntimeException | ServletException e) {
            problems.writeBug(e, request, response);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }
}
