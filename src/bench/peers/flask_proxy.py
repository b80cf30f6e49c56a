"""The reverse proxy for SageMaker MLflow that articles show: Flask, requests and botocore.

It is measured as it is shown: nobody is asked who they are, every body is held whole, each
request opens its own connection to the upstream, and Flask's own server runs it.
"""

import botocore.session
import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from flask import Flask, Response, request

UPSTREAM = "http://127.0.0.1:8470"
REGION = "eu-west-1"
ARN = f"arn:aws:sagemaker:{REGION}:111122223333:mlflow-tracking-server/example"
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
NOT_PASSED_UP = {"host", "connection", "content-length", "transfer-encoding"}
# requests has decompressed the body, and Flask frames it.
NOT_PASSED_DOWN = {"connection", "content-encoding", "content-length", "transfer-encoding"}

app = Flask(__name__, static_folder=None)
credentials = botocore.session.get_session().get_credentials()


def signed(url, body):
    headers = {k: v for k, v in request.headers if k.lower() not in NOT_PASSED_UP}
    headers["x-mlflow-sm-tracking-server-arn"] = ARN
    unsigned = AWSRequest(method=request.method, url=url, data=body, headers=headers)
    SigV4Auth(credentials, "sagemaker-mlflow", REGION).add_auth(unsigned)
    return dict(unsigned.headers)


@app.route("/", defaults={"path": ""}, methods=METHODS)
@app.route("/<path:path>", methods=METHODS)
def proxy(path):
    query = request.query_string.decode()
    url = f"{UPSTREAM}/{path}" + (f"?{query}" if query else "")
    body = request.get_data()
    answer = requests.request(
        request.method, url, headers=signed(url, body), data=body, allow_redirects=False
    )
    headers = [(k, v) for k, v in answer.headers.items() if k.lower() not in NOT_PASSED_DOWN]
    return Response(answer.content, answer.status_code, headers)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8474, threaded=True)
