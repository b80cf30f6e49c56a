package io.portico.agents.tools;

/**
 * What a tool is. What it takes and what it gives are records; their schemas are made of them,
 * names in snake case.
 *
 * @param name in the protocol and in addresses; never changes
 * @param title for people
 * @param description for agents: what it is good for, and how large answers are kept
 * @param arguments what it takes
 * @param result what it gives
 */
record ToolCard<A extends Record, R extends Record>(
    String name, String title, String description, Class<A> arguments, Class<R> result) {}
