-- A metric logged, as MLflow's client does.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"run_id":"0123456789abcdef0123456789abcdef","key":"loss","value":0.25,"timestamp":1,"step":1}'
