#!/usr/bin/env bash
# Starts the proxies that the passthrough is compared with, on processor 0, in front of
# 127.0.0.1:8470, and prints name=url of each once all listen. They stop with this script.
#   start.sh [nginx] [nginx-njs] [aws-sigv4-proxy] [flask]     none named: all that are installed
# AWS_SIGV4_PROXY names that program, NGINX_MODULES nginx's folder of modules, PYTHON the
# interpreter that has Flask, where they are not at their usual places.
set -euo pipefail
PATH=$PATH:/usr/sbin
here=$(cd "$(dirname "$0")" && pwd)
sigv4_proxy=${AWS_SIGV4_PROXY:-aws-sigv4-proxy}
njs=${NGINX_MODULES:-/usr/lib/nginx/modules}/ngx_http_js_module.so
python=${PYTHON:-/usr/bin/python3}
upstream=127.0.0.1:8470 region=eu-west-1 service=sagemaker-mlflow
arn=arn:aws:sagemaker:$region:111122223333:mlflow-tracking-server/example
names=(nginx nginx-njs aws-sigv4-proxy flask)
declare -A ports=([nginx]=8471 [nginx-njs]=8472 [aws-sigv4-proxy]=8473 [flask]=8474) pids=()

# Examples, never the caller's own. The token is as long as a short true one.
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
AWS_SESSION_TOKEN=$(printf 'ExampleSessionToken%.0s' {1..32})
export AWS_SESSION_TOKEN

run=$(mktemp -d)
# nginx's worker is another user than root.
chmod 711 "$run"
# shellcheck disable=SC2317 # the trap reaches it
stop() {
  ((${#pids[@]} == 0)) || kill "${pids[@]}" 2> /dev/null || true
  wait
  rm -rf "$run"
}
trap stop EXIT
trap 'exit 0' INT TERM

fail() {
  echo "$1" >&2
  exit 1
}

installed() {
  case $1 in
    nginx) command -v nginx ;;
    nginx-njs) command -v nginx && [ -e "$njs" ] ;;
    aws-sigv4-proxy) command -v "$sigv4_proxy" ;;
    flask) "$python" -c 'import botocore, flask, requests' ;;
    *) false ;;
  esac &> /dev/null
}

# signing_key <day>, in hexadecimal
signing_key() {
  local key part
  key=$(printf %s "AWS4$AWS_SECRET_ACCESS_KEY" | od -An -v -tx1 | tr -d ' \n')
  for part in "$1" "$region" "$service" aws4_request; do
    key=$(printf %s "$part" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -r)
    key=${key%% *}
  done
  echo "$key"
}

# What sign.js needs, and the headers that are alike in every request.
write_signing_files() {
  local day
  day=$(date -u +%Y%m%d)
  cat > aws.json << END
{ "host": "$upstream", "region": "$region", "service": "$service", "arn": "$arn",
  "accessKeyId": "$AWS_ACCESS_KEY_ID", "secretAccessKey": "$AWS_SECRET_ACCESS_KEY",
  "sessionToken": "$AWS_SESSION_TOKEN", "day": "$day", "signingKey": "$(signing_key "$day")" }
END
  cat > constant-headers.conf << END
proxy_set_header X-Amz-Security-Token $AWS_SESSION_TOKEN;
proxy_set_header X-MLflow-SM-Tracking-Server-ARN $arn;
END
}

become() {
  case $1 in
    nginx)
      cp -r "$here/nginx" "$run/$1" && cd "$run/$1"
      exec taskset -c 0 nginx -e stderr -p "$PWD" -c plain.conf
      ;;
    nginx-njs)
      cp -r "$here/nginx" "$run/$1" && cd "$run/$1"
      write_signing_files
      exec taskset -c 0 nginx -e stderr -p "$PWD" -c signing.conf -g "load_module $njs;"
      ;;
    aws-sigv4-proxy)
      exec taskset -c 0 "$sigv4_proxy" --port "127.0.0.1:${ports[$1]}" --host "$upstream" \
        --upstream-url-scheme http --name "$service" --region "$region" \
        --custom-headers "x-mlflow-sm-tracking-server-arn=$arn"
      ;;
    flask) exec taskset -c 0 "$python" "$here/flask_proxy.py" ;;
  esac
}

listens() { (: < "/dev/tcp/127.0.0.1/${ports[$1]}") 2> /dev/null; }

await() {
  for ((tenths = 0; tenths < 300; tenths++)); do
    kill -0 "${pids[$1]}" 2> /dev/null || break
    ! listens "$1" || return 0
    sleep 0.1
  done
  cat "$run/$1.log" >&2
  fail "$1 does not listen on port ${ports[$1]}"
}

if (($# == 0)); then
  for name in "${names[@]}"; do
    if installed "$name"; then set -- "$@" "$name"; else echo "$name is not installed" >&2; fi
  done
  (($# > 0)) || fail 'No peer is installed: see README.md'
fi
for name in "$@"; do
  installed "$name" || fail "'$name' is not installed, or none of ${names[*]}: see README.md"
  ! listens "$name" || fail "Something listens on port ${ports[$name]} already, where $name is to"
  become "$name" > "$run/$name.log" 2>&1 &
  pids[$name]=$!
done
for name in "$@"; do await "$name"; done
for name in "$@"; do echo "$name=http://127.0.0.1:${ports[$name]}"; done
# One that ends by itself ends all.
wait -n || true
echo 'A peer has ended' >&2
exit 1
