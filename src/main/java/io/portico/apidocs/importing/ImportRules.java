package io.portico.apidocs.importing;

import io.portico.apidocs.openapi.FileDocumentation;
import io.portico.apidocs.openapi.InvalidOpenApi;
import io.portico.apidocs.openapi.OpenApiFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a form has to say before anything is planned. */
final class ImportRules {
  private static final String AGAIN = " Then choose the file again: browsers do not keep it.";

  private ImportRules() {}

  static ImportJudgement judge(ImportForm form) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (form.knownMode().isEmpty()) {
      problems.put("mode", "Choose whether to merge or to overwrite.");
    }
    if (form.knownTake().isEmpty()) {
      problems.put("take", "Choose which texts to take.");
    }
    if (form.hasFile() == form.hasText()) {
      problems.put(
          "file",
          form.hasText()
              ? "There is a file and a pasted text. Keep one of them; the text is kept below."
              : "Choose a file, or paste its text below.");
    }
    return problems.isEmpty() ? read(form) : new ImportJudgement(problems, Optional.empty());
  }

  private static ImportJudgement read(ImportForm form) {
    FileDocumentation found;
    try {
      found = form.knownTake().orElseThrow().from(file(form));
    } catch (InvalidOpenApi e) {
      return form.hasFile()
          ? problem("file", e.getMessage() + AGAIN)
          : problem("text", e.getMessage());
    }
    return found.parts().isEmpty()
        ? problem("take", nothing(found))
        : new ImportJudgement(Map.of(), Optional.of(wanted(form, found)));
  }

  private static OpenApiFile file(ImportForm form) {
    if (!form.hasFile()) {
      return OpenApiFile.read(form.text());
    }
    try {
      return OpenApiFile.read(Files.readAllBytes(form.file().uploadedFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nothing(FileDocumentation found) {
    return found.misfits().isEmpty()
        ? "The file brings no text by this choice. Take its descriptions as well, or look whether it"
            + " is the right file."
        : "Nothing that the file brings by this choice has a place: %s"
            .formatted(PartsFile.words(found.misfits()).findFirst().orElseThrow());
  }

  private static WantedParts wanted(ImportForm form, FileDocumentation found) {
    return new WantedParts(
        ImportOrigin.FILE,
        form.hasFile() ? form.file().fileName() : "a pasted text",
        form.knownMode().orElseThrow(),
        form.isStrict(),
        PartsFile.parts(found),
        PartsFile.words(found.misfits()).toList());
  }

  private static ImportJudgement problem(String field, String sentence) {
    return new ImportJudgement(Map.of(field, sentence), Optional.empty());
  }
}
