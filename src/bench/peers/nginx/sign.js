// Signature Version 4 in nginx. start.sh writes aws.json: the credentials, and the signing key of
// the day, for njs keeps nothing from one request to the next but what it loads at the start.
import crypto from 'crypto';
import fs from 'fs';

const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const HEADERS =
  'host;x-amz-content-sha256;x-amz-date;x-amz-security-token;x-mlflow-sm-tracking-server-arn';

function date() {
  const now = new Date().toISOString();
  return now.slice(0, 4) + now.slice(5, 7) + now.slice(8, 13) + now.slice(14, 16)
    + now.slice(17, 19) + 'Z';
}

function payloadHash(r) {
  if (r.variables.request_body_file) {
    return fileHash(r.variables.request_body_file);
  }
  const body = r.requestBuffer;
  return body && body.length ? sha256(body) : NOTHING;
}

function fileHash(path) {
  const hash = crypto.createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const file = fs.openSync(path);
  for (let n = fs.readSync(file, chunk); n > 0; n = fs.readSync(file, chunk)) {
    hash.update(chunk.subarray(0, n));
  }
  fs.closeSync(file);
  return hash.digest('hex');
}

function authorization(r) {
  const timestamp = r.variables.amz_date;
  const day = timestamp.slice(0, 8);
  const scope = day + '/' + aws.region + '/' + aws.service + '/aws4_request';
  const toSign = 'AWS4-HMAC-SHA256\n' + timestamp + '\n' + scope + '\n'
    + sha256(canonicalRequest(r, timestamp));
  return 'AWS4-HMAC-SHA256 Credential=' + aws.accessKeyId + '/' + scope + ', SignedHeaders='
    + HEADERS + ', Signature=' + hmac(signingKey(day), toSign).digest('hex');
}

function canonicalRequest(r, timestamp) {
  const target = r.variables.request_uri;
  const mark = target.indexOf('?');
  const payload = r.variables.payload_hash;
  return r.method
    + '\n' + canonicalPath(mark < 0 ? target : target.slice(0, mark))
    + '\n' + (mark < 0 ? '' : canonicalQuery(target.slice(mark + 1)))
    + '\nhost:' + aws.host
    + '\nx-amz-content-sha256:' + payload
    + '\nx-amz-date:' + timestamp
    + '\nx-amz-security-token:' + aws.sessionToken
    + '\nx-mlflow-sm-tracking-server-arn:' + aws.arn
    + '\n\n' + HEADERS + '\n' + payload;
}

// Every service but S3 signs the path encoded once more than it is sent.
function canonicalPath(path) {
  return /^[\w.~\/-]*$/.test(path) ? path : path.split('/').map(encode).join('/');
}

function canonicalQuery(query) {
  return query
    .split('&')
    .filter(pair => pair)
    .map(pair => {
      const equals = pair.indexOf('=');
      return equals < 0
        ? [recode(pair), '']
        : [recode(pair.slice(0, equals)), recode(pair.slice(equals + 1))];
    })
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(pair => pair.join('='))
    .join('&');
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function recode(text) {
  return /^[\w.~-]*$/.test(text) ? text : encode(decodeURIComponent(text));
}

function encode(text) {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase());
}

function signingKey(day) {
  return day === aws.day
    ? Buffer.from(aws.signingKey, 'hex')
    : [day, aws.region, aws.service, 'aws4_request']
      .reduce((key, part) => hmac(key, part).digest(), 'AWS4' + aws.secretAccessKey);
}

function hmac(key, text) {
  return crypto.createHmac('sha256', key).update(text);
}

function sha256(data) {
  return crypto.createHash('sha256').update(data).digest('hex');
}

export default { date, payloadHash, authorization };
