package io.portico.apidocs;

/** The portal has told a stage to show a version; fired before whoever told it goes on. */
public record StageShown(String api, String stage) {}
