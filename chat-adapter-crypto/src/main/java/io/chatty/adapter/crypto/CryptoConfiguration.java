package io.chatty.adapter.crypto;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Provides the driven ports for passwords, sessions, and ids of users and messages. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(CryptoProperties.class)
public class CryptoConfiguration {}
