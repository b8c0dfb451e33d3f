package io.chatty.adapter.web.problem;

import io.chatty.adapter.web.Problems;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Jetty does by itself. */
@Configuration(proxyBeanMethods = false)
class JettyConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> jetty(
            Problems problems, List<Customizer> customizers) {
        return factory -> factory.addServerCustomizers(server -> customize(server, problems, customizers));
    }

    private static void customize(Server server, Problems problems, List<Customizer> customizers) {
        server.setErrorHandler(new ServerProblems(problems));
        for (var connector : server.getConnectors()) {
            for (var factory : connector.getConnectionFactories()) {
                if (factory instanceof ConnectionFactory http) {
                    http.getHttpConfiguration().setSendServerVersion(false);
                    customizers.forEach(http.getHttpConfiguration()::addCustomizer);
                }
            }
        }
    }
}
