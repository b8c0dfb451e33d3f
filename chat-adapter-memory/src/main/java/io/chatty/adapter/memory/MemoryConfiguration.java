package io.chatty.adapter.memory;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Provides the driven ports for volatile state, for a single node. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class MemoryConfiguration {}
