const BASE = "ajax-api/2.0/mlflow/";

/** What the server, or whatever stands in front of it, answered instead of doing what was asked. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.name = "Refusal";
    this.status = status;
  }
}

const checked = async response => {
  if (response.ok) {
    return response;
  }
  const text = await response.text();
  let message = text.length < 300 ? text : "";
  try {
    message = JSON.parse(text).message ?? message;
  } catch {
    // Not MLflow's shape: the text itself has to do.
  }
  throw new Refusal(response.status, message || `The server answered ${response.status}.`);
};

const query = parameters => new URLSearchParams(parameters).toString();

export const read = async (path, parameters = {}) =>
  (await checked(await fetch(`${BASE}${path}?${query(parameters)}`))).json();

export const send = async (path, body) =>
  (await checked(await fetch(BASE + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }))).json();

export const artifactUrl = (runId, path) => `get-artifact?${query({ run_uuid: runId, path })}`;

export const readArtifact = async (runId, path) => checked(await fetch(artifactUrl(runId, path)));
